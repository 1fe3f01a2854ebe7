// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;

/** This one page cannot be read, for a reason that has a name. */
final class UnreadablePageException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason a stable, lower-case, hyphenated code
   * @param message what is wrong and what to do
   */
  UnreadablePageException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}

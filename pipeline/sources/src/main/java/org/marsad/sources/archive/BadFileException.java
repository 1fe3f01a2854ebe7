// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;

/** The rest of a file cannot be imported, for a reason that the user can do something about. */
final class BadFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason a stable, lower-case, hyphenated code
   * @param message what is wrong and what to do
   */
  BadFileException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}

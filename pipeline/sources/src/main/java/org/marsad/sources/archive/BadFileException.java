// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;

/** The rest of a file cannot be imported, for a reason that the user can do something about. */
final class BadFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final long number;

  /**
   * @param reason a stable, lower-case, hyphenated code
   * @param message what is wrong and what to do
   */
  BadFileException(String reason, String message) {
    this(reason, message, 0);
  }

  /**
   * @param number of the record from which on it cannot be; 0 of the file as a whole
   */
  BadFileException(String reason, String message, long number) {
    super(message);
    this.reason = reason;
    this.number = number;
  }

  String reason() {
    return reason;
  }

  long number() {
    return number;
  }
}

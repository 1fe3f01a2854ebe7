// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Duration;

/** Passwords have been tried too often; nothing is tried for a while. */
final class TooManyAttemptsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  TooManyAttemptsException(Duration pause) {
    super("There were too many failed logins: try again in " + seconds(pause) + " seconds.");
    this.pause = pause;
  }

  /** For Retry-After. */
  long seconds() {
    return seconds(pause);
  }

  private static long seconds(Duration pause) {
    return pause.toSeconds() + 1;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

/** Accounts cannot be changed like that; the message says why and what to do, for a person. */
public final class AccountException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Cause {
    /** What was given cannot be. */
    INVALID,
    /** There is no such account or key. */
    UNKNOWN,
    /** What is there already, or must stay. */
    CONFLICT
  }

  private final Cause reason;

  AccountException(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}

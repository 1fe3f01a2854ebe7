// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

/** The embedded node could not be started. The message names the remedy. */
public final class EmbeddedNodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; for those who react by kind and not by words. */
  public enum Reason {
    /** The node's own jars are not in the checkout. */
    NOT_BUILT,
    /** Another node holds the data directory. */
    DATA_LOCKED,
    /** The data directory cannot be written to. */
    DATA_UNWRITABLE,
    PORT_IN_USE,
    /** It ended before it was ready. */
    DIED,
    /** It did not become ready in time. */
    TOO_SLOW
  }

  private final Reason reason;

  EmbeddedNodeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message did not get through. The text names no address: it goes into logs. */
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  public enum Remedy {
    /** It did not get through, and may later, with whatever else is due by then. */
    RETRY,
    /** Nobody knows whether it got through: the same message again, under the same id. */
    REPEAT,
    /** This address refuses for good: others are not concerned. */
    ADDRESS_REFUSED,
    /** The channel itself is set up wrongly: the operator has to act. */
    OPERATOR
  }

  private final Remedy remedy;
  private final transient @Nullable Duration retryAfter;

  public UndeliveredException(Remedy remedy, String message, @Nullable Throwable cause) {
    this(remedy, message, null, cause);
  }

  /**
   * @param retryAfter what the receiver asked for; null where it did not say
   */
  public UndeliveredException(
      Remedy remedy, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }

  public Remedy remedy() {
    return remedy;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

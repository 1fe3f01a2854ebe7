// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import java.time.Duration;
import java.time.Instant;
import org.marsad.model.SourceState;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.Keys;

/** What is wrong with a key, and how soon it is tried again. */
public final class KeyFaults {
  /** A key in a file is found without a new start. */
  private static final Duration LOOK_FOR_KEY_AGAIN = Duration.ofMinutes(1);

  /**
   * What the operator has to mend is tried again so soon that a new start with the mended key or
   * query need not wait long, and so rarely that a wrong one is no burden.
   */
  public static final Duration TRY_MENDED = Duration.ofMinutes(30);

  private KeyFaults() {}

  public static Fault missing(String keyName, Instant now) {
    return new Fault(
        SourceState.OFF,
        null,
        "it needs a key: " + Keys.remedy(keyName),
        now.plus(LOOK_FOR_KEY_AGAIN));
  }

  public static Fault notAccepted(int status, String keyName, Instant now) {
    return new Fault(
        SourceState.REFUSED,
        status,
        "the key is not accepted: " + Keys.remedy(keyName),
        now.plus(TRY_MENDED));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has been read whose newest items come first, page by page, and whose latest
 * items are asked for again once a day. Its text is the cursor: the names of the fields are kept in
 * checkpoints, those of the subclasses as well.
 */
public abstract class Walk {
  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  private @Nullable String page;

  /** When the latest items were last asked for again; milliseconds. */
  private long asked;

  private Spending spending = Spending.NONE;

  public final String cursor() {
    return Cursors.write(this);
  }

  public final Spending spending() {
    return spending;
  }

  public final void spend(Spending after) {
    spending = after;
  }

  /** Where the walk goes on; null between two walks. */
  public final @Nullable String page() {
    return page;
  }

  public final void walkOn(String nextPage) {
    page = nextPage;
  }

  /** The walk is over, or its page is not known any more: the next one begins with the newest. */
  public final void forgetPage() {
    page = null;
  }

  protected final void askedAgainAt(Instant now) {
    asked = now.toEpochMilli();
  }

  protected final boolean isTimeToAskAgain(Instant now) {
    return askedMoreThan(ASK_AGAIN, now);
  }

  /** Whether so much time, or more, has passed. */
  protected final boolean askedMoreThan(Duration ago, Instant now) {
    return asked <= now.minus(ago).toEpochMilli();
  }
}

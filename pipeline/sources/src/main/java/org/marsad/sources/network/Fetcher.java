// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import org.jspecify.annotations.Nullable;

/**
 * Reads one stream of a network: a hashtag, a channel, a video's comments. One thread at a time.
 *
 * <p>All that a fetcher remembers between two programs is its cursor. It may keep a connection open
 * between two steps, as long as it goes on behind the cursor that it is given.
 */
public interface Fetcher extends AutoCloseable {

  /**
   * One step: one request, or what a socket brings within a few seconds. What goes wrong on the
   * other side is part of the result.
   *
   * @param cursor as the step before gave it; null at the first
   * @throws InterruptedException while waiting
   */
  FetchStep fetch(@Nullable String cursor) throws InterruptedException;

  /** Ends what is open. */
  @Override
  default void close() {}
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.keyed.Cursors;
import org.marsad.sources.network.keyed.Walk;

/** How far a search has been read: back to those posts that the walk before began with. */
final class XProgress extends Walk {
  /** Numbers that grow with time, too long for some readers of numbers, and so written as text. */
  private static final Comparator<String> BY_AGE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** All posts up to this one have been read. */
  private @Nullable String readUpTo;

  private @Nullable String newest;
  private final Deque<String> latest = new ArrayDeque<>();
  private boolean asking;

  static XProgress of(@Nullable String cursor, Instant now) {
    return Cursors.read(cursor, XProgress.class, () -> start(now));
  }

  private static XProgress start(Instant now) {
    XProgress start = new XProgress();
    start.askedAgainAt(now);
    return start;
  }

  @Nullable String readUpTo() {
    return readUpTo;
  }

  boolean unfinished() {
    return page() != null || asking;
  }

  /** Whether it is the turn of what is known, and not of what is new. */
  boolean isAsking() {
    return asking && page() == null;
  }

  List<String> latest(long most) {
    return latest.stream().skip(Math.max(0, latest.size() - most)).toList();
  }

  /**
   * @param mostWatched how many of the latest posts are asked for again
   */
  void took(String id, int mostWatched) {
    if (newest == null || BY_AGE.compare(id, newest) > 0) {
      newest = id;
    }
    latest.remove(id);
    latest.addLast(id);
    while (latest.size() > mostWatched) {
      latest.removeFirst();
    }
  }

  void forget(String id) {
    latest.remove(id);
  }

  void endWalk(Instant now) {
    forgetPage();
    readUpTo = newest;
    if (isTimeToAskAgain(now) && !latest.isEmpty()) {
      asking = true;
    }
  }

  void askedAgain(Instant now) {
    asking = false;
    askedAgainAt(now);
  }

  /** What was read last is older than the search reaches: it begins anew. */
  void forgetReadUpTo() {
    forgetPage();
    readUpTo = null;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.keyed.Cursors;
import org.marsad.sources.network.keyed.Walk;

/**
 * How far a stream has been read: back to those threads that were read before. Between two pages
 * the walk reads the replies that the page announces.
 */
final class YouTubeProgress extends Walk {
  /** The comments that are watched for edits and deletions. */
  private static final int MOST_KNOWN = 600;

  private static final int MOST_ASKED_AT_ONCE = 50;
  private static final Duration JUST_ASKED = Duration.ofHours(1);

  /** A comment may be held back for a while, and then appear with the time when it was written. */
  private static final Duration HELD_BACK = Duration.ofDays(1);

  /** All threads published until then have been seen; milliseconds. */
  private long readUpTo;

  private long newest;
  private final Deque<PendingReplies> replies = new ArrayDeque<>();
  private final Deque<String> asking = new ArrayDeque<>();

  /** Whether the threads are asked for after this, in the same poll. */
  private boolean threadsAgain;

  private final LinkedHashMap<String, KnownComment> known = new LinkedHashMap<>();

  /**
   * @param backfill how old the first threads may be
   */
  static YouTubeProgress of(@Nullable String cursor, Instant now, Duration backfill) {
    return Cursors.read(cursor, YouTubeProgress.class, () -> start(now, backfill));
  }

  private static YouTubeProgress start(Instant now, Duration backfill) {
    YouTubeProgress start = new YouTubeProgress();
    start.readUpTo = now.minus(backfill).toEpochMilli();
    start.askedAgainAt(now);
    return start;
  }

  @Nullable PendingReplies nextReplies() {
    return replies.peek();
  }

  /** What to ask again now; empty where the walk goes first. */
  List<String> nextAsked() {
    return page() == null ? asking.stream().limit(MOST_ASKED_AT_ONCE).toList() : List.of();
  }

  boolean unfinished() {
    return page() != null || !replies.isEmpty() || !asking.isEmpty() || threadsAgain;
  }

  boolean isNewer(@Nullable Instant published) {
    return published != null && published.toEpochMilli() > readUpTo;
  }

  boolean knows(Comment comment) {
    return known.containsKey(comment.id());
  }

  /** Whether the comment is one that this stream takes, and has not taken as it is now. */
  boolean wants(Comment comment) {
    KnownComment before = known.get(comment.id());
    if (before != null) {
      return !before.updated().equals(comment.updated());
    }
    return comment.published() == null
        || comment.published().plus(HELD_BACK).toEpochMilli() > readUpTo;
  }

  /** How many replies the thread had when it was last seen; null where it was not. */
  @Nullable Integer repliesOf(String thread) {
    KnownComment before = known.get(thread);
    return before == null ? null : before.replies();
  }

  /** Watches the comment from now on; the latest seen is forgotten last. */
  void saw(Comment comment, int replyCount) {
    known.remove(comment.id());
    known.put(comment.id(), new KnownComment(comment.updated(), comment.video(), replyCount));
    Iterator<String> oldest = known.keySet().iterator();
    while (known.size() > MOST_KNOWN && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  void askedForThreads() {
    threadsAgain = false;
  }

  void sawThread(Comment thread) {
    if (thread.published() != null) {
      newest = Math.max(newest, thread.published().toEpochMilli());
    }
  }

  void queueReplies(PendingReplies pending) {
    replies.add(pending);
  }

  /** The first of the pending replies were read as far as the next page, if there is one. */
  void readReplies(@Nullable String nextPage) {
    PendingReplies read = Objects.requireNonNull(replies.poll());
    if (nextPage != null) {
      replies.addFirst(new PendingReplies(read.thread(), read.video(), nextPage));
    }
  }

  /** The walk has met what was read before. */
  void endWalk(Instant now) {
    forgetPage();
    // A comment dated ahead must not hide those that are written until then.
    newest = Math.min(newest, now.toEpochMilli());
    readUpTo = Math.max(readUpTo, newest);
    if (isTimeToAskAgain(now)) {
      askAgain(now);
    }
  }

  /**
   * Asks again for all that is known, and then for the threads; false where that was just done or
   * nothing is known.
   */
  boolean askAgainNow(Instant now) {
    if (known.isEmpty() || !askedMoreThan(JUST_ASKED, now)) {
      return false;
    }
    forgetPage();
    threadsAgain = true;
    askAgain(now);
    return true;
  }

  private void askAgain(Instant now) {
    askedAgainAt(now);
    asking.clear();
    asking.addAll(known.keySet());
  }

  /** These were asked again; those that are left over are gone. */
  Map<String, KnownComment> gone(List<String> ids, List<String> stillThere) {
    asking.removeAll(ids);
    List<String> missing = new ArrayList<>(ids);
    missing.removeAll(stillThere);
    Map<String, KnownComment> gone = new LinkedHashMap<>();
    for (String id : missing) {
      KnownComment comment = known.remove(id);
      if (comment != null) {
        gone.put(id, comment);
      }
    }
    return gone;
  }

  @Nullable KnownComment known(String id) {
    return known.get(id);
  }
}

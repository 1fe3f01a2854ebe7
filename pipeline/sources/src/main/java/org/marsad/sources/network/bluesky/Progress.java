// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.Memory;

/**
 * How far the stream was read. As a cursor: version, position, microseconds, memory (as keyed
 * hashes that name nobody).
 *
 * @param place null before the first event
 */
record Progress(boolean second, Event.@Nullable Place place, Memory memory) {
  /**
   * In posts and authors; about 80 KB. At a few hundred posts a day it reaches back weeks. The
   * network tells all deletions of all its posts; only these concern what may be stored, and a
   * tombstone for every other would fill the index.
   */
  private static final int REMEMBERED = 6_000;

  private static final Pattern CURSOR = Pattern.compile("v([12]):(\\d{1,18}):(\\d{1,18}):(.*)");

  /** A cursor that cannot be read counts as none: the stream then starts at its end. */
  static Progress of(@Nullable String cursor, boolean second) {
    Matcher parts = CURSOR.matcher(cursor == null ? "" : cursor);
    if (!parts.matches()) {
      return new Progress(second, null, new Memory(REMEMBERED));
    }
    try {
      Instant time = Instant.EPOCH.plus(Long.parseLong(parts.group(3)), ChronoUnit.MICROS);
      boolean wasSecond = parts.group(1).equals("2");
      // Both versions take a time for a place, so that one may follow the other.
      long position = Long.parseLong(parts.group(wasSecond == second ? 2 : 3));
      return new Progress(
          second, new Event.Place(position, time), Memory.of(parts.group(4), REMEMBERED));
    } catch (DateTimeException | ArithmeticException e) {
      return new Progress(second, null, new Memory(REMEMBERED));
    }
  }

  /** The stream of version 1 is not quite in order of time, so it never goes back. */
  Progress at(Event.@Nullable Place next) {
    boolean further = next != null && (place == null || next.position() > place.position());
    return further ? new Progress(second, next, memory) : this;
  }

  @Nullable String cursor() {
    return place == null
        ? null
        : "v"
            + (second ? 2 : 1)
            + ":"
            + place.position()
            + ":"
            + ChronoUnit.MICROS.between(Instant.EPOCH, place.time())
            + ":"
            + memory.joined();
  }
}

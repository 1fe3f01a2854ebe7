// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * How far the comments of a site were read. Several may be of one second, so that second is asked
 * for again, and what was read of it is known by its id.
 *
 * @param last the second of the newest comment read, or the moment before which none is wanted
 * @param ids of the comments read of that second
 * @param page 1, unless one second has more comments than a page
 * @param known the newest comments that were taken over, by id, the oldest first
 * @param looked when they were last asked for by their ids; null before the first reading ended
 * @param look whether the next step asks for them
 */
record Position(
    Instant last,
    Set<String> ids,
    int page,
    @Nullable Map<String, Known> known,
    @Nullable Instant looked,
    boolean look) {

  /** The most that WordPress gives in one answer. */
  static final int MOST_KNOWN = 100;

  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  /**
   * A comment that was taken over.
   *
   * @param url as it was given with
   * @param print of its text
   * @param missing whether the last look did not find it
   */
  record Known(@Nullable String url, String print, boolean missing) {}

  Position {
    ids = Set.copyOf(ids);
    known = known == null ? new LinkedHashMap<>() : new LinkedHashMap<>(known);
  }

  static Position from(Instant last) {
    return new Position(last, Set.of(), 1, Map.of(), null, false);
  }

  /** Null where there is none, or none that can be read. */
  static @Nullable Position of(@Nullable String cursor) {
    try {
      return cursor == null ? null : Json.MAPPER.readValue(cursor, Position.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  String cursor() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a position is always writable", e);
    }
  }

  Position firstPage() {
    return new Position(last, ids, 1, known, looked, look);
  }

  /** All is read for now; from time to time what is known is asked for then. */
  Position atEnd(Instant now) {
    if (looked == null) {
      return new Position(last, ids, page, known, now, false);
    }
    boolean due = !taken().isEmpty() && !now.isBefore(looked.plus(LOOK_EVERY));
    return new Position(last, ids, page, known, looked, due);
  }

  /** What was known was asked for. */
  Position looked(Map<String, Known> found, Instant now) {
    return new Position(last, ids, page, found, now, false);
  }

  Map<String, Known> taken() {
    return known == null ? Map.of() : known;
  }

  /** The newest of both. */
  static Map<String, Known> newest(Map<String, Known> former, Map<String, Known> more) {
    Map<String, Known> all = new LinkedHashMap<>(former);
    more.forEach(
        (id, comment) -> {
          all.remove(id);
          all.put(id, comment);
        });
    all.keySet().stream().limit(Math.max(0, all.size() - MOST_KNOWN)).toList().forEach(all::remove);
    return all;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
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
 */
record Position(Instant last, Set<String> ids, int page) {

  Position {
    ids = Set.copyOf(ids);
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
}

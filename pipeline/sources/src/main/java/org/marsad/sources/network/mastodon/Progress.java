// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a timeline was read, and what is watched for edits and deletions: the latest statuses
 * with their versions, in the order of their ids.
 */
final class Progress {
  /** In statuses; about 20 KB. What is older is no longer watched. */
  private static final int WATCHED = 400;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Behind which statuses are new. */
  String newest;

  /** When the watched were last gone through. */
  Instant checked;

  /** Up to where they are gone through at present; null while none are. */
  @Nullable String checking;

  private final TreeMap<String, String> versions = new TreeMap<>(StatusIds::compare);

  private Progress(String newest, Instant checked, @Nullable String checking) {
    this.newest = newest;
    this.checked = checked;
    this.checking = checking;
  }

  static Progress startingBehind(String id, Instant now) {
    return new Progress(id, now, null);
  }

  /** Null where the cursor cannot be read. */
  static @Nullable Progress of(String cursor) {
    try {
      JsonNode json = JSON.readTree(cursor);
      Progress progress =
          new Progress(
              json.path("newest").asText(),
              Instant.ofEpochSecond(json.path("checked").asLong()),
              json.path("checking").isTextual() ? json.path("checking").asText() : null);
      json.path("versions")
          .properties()
          .forEach(entry -> progress.versions.put(entry.getKey(), entry.getValue().asText()));
      return progress.newest.isEmpty() ? null : progress;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  String cursor() {
    ObjectNode json = JSON.createObjectNode();
    json.put("newest", newest).put("checked", checked.getEpochSecond()).put("checking", checking);
    ObjectNode all = json.putObject("versions");
    versions.forEach(all::put);
    return json.toString();
  }

  boolean isWatching() {
    return !versions.isEmpty();
  }

  boolean knows(String id, String version) {
    return version.equals(versions.get(id));
  }

  void watch(String id, String version) {
    versions.put(id, version);
    if (versions.size() > WATCHED) {
      versions.pollFirstEntry();
    }
  }

  void forget(String id) {
    versions.remove(id);
  }

  /** The id that lies just before all that are watched. */
  String beforeWatched() {
    return StatusIds.before(versions.firstKey());
  }

  /**
   * The watched from one id, exclusive, to another, inclusive.
   *
   * @param to null for all that follow
   */
  List<String> between(String from, @Nullable String to) {
    Map<String, String> part =
        to == null
            ? versions.tailMap(from, false)
            : StatusIds.compare(from, to) < 0 ? versions.subMap(from, false, to, true) : Map.of();
    return List.copyOf(part.keySet());
  }
}

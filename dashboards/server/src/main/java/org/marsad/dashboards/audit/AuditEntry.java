// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * One line of the log.
 *
 * @param sequence 1 for the first line of a log, one more for each after it; null in the lines of
 *     before there was a chain
 * @param previous SHA-256 of the line before, without its line feed, as lower-case hexadecimal
 *     digits; in the first line of the chain, of all bytes before it; null as the sequence is
 * @param who as {@link AuditLog#record} takes it; null as the sequence is
 * @param action such as "reveal"
 * @param kind of what it was done to, such as "document"
 * @param id of that
 * @param details such as the parameters of an export; empty for most
 */
public record AuditEntry(
    @Nullable Long sequence,
    @Nullable String previous,
    Instant at,
    @Nullable String who,
    String action,
    String kind,
    String id,
    Map<String, List<String>> details) {
  private static final String DETAILS = "details";
  private static final Set<String> OWN =
      Set.of("sequence", "previous", "at", "who", "action", DETAILS);
  private static final ObjectReader STRICT =
      Json.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /** As it is in the file, without the line feed. */
  byte[] encode() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("sequence", sequence);
    line.put("previous", previous);
    line.put("at", at);
    line.put("who", who);
    line.put("action", action);
    line.put(kind, id);
    if (!details.isEmpty()) {
      line.put(DETAILS, new TreeMap<>(details));
    }
    try {
      return Json.MAPPER.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line is always encodable", e);
    }
  }

  /**
   * @param line without its line feed
   * @throws IOException of one that is no line of an audit log, in words that follow "the line"
   */
  static AuditEntry parse(byte[] line) throws IOException {
    try {
      JsonNode node = STRICT.readTree(line);
      String kind = kind(node);
      JsonNode sequence = node.path("sequence");
      return new AuditEntry(
          sequence.canConvertToExactIntegral() ? sequence.longValue() : null,
          node.path("previous").textValue(),
          Instant.parse(node.path("at").asText()),
          node.path("who").textValue(),
          node.path("action").asText(),
          kind,
          node.path(kind).asText(),
          node.has(DETAILS)
              ? Json.MAPPER.convertValue(node.get(DETAILS), new TypeReference<>() {})
              : Map.of());
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IOException("is no line of an audit log", e);
    }
  }

  private static String kind(JsonNode line) {
    for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!OWN.contains(name)) {
        return name;
      }
    }
    throw new IllegalArgumentException("nothing that it was done to");
  }
}

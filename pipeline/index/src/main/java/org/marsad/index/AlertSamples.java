// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.model.Json;

/**
 * The masked excerpts of documents that steps of incidents carry. They are only carried, not
 * searched for, and so all steps have to be looked through.
 */
final class AlertSamples {
  private static final int PAGE = 500;
  private static final int ATTEMPTS = 5;

  private final IndexConnection connection;

  AlertSamples(IndexConnection connection) {
    this.connection = connection;
  }

  /** Removes the excerpts of these documents; returns how many. */
  int remove(Set<String> documentIds) {
    if (documentIds.isEmpty()) {
      return 0;
    }
    connection.call(c -> c.indices().refresh(r -> r.index(IndexNames.INCIDENTS)));
    int removed = 0;
    List<FieldValue> after = List.of();
    List<Hit<ObjectNode>> page;
    do {
      page = page(after);
      for (Hit<ObjectNode> step : page) {
        removed += removeFrom(step, documentIds);
      }
      after = page.isEmpty() ? after : page.get(page.size() - 1).sort();
    } while (page.size() == PAGE);
    return removed;
  }

  private List<Hit<ObjectNode>> page(List<FieldValue> after) {
    return connection
        .call(
            client ->
                client.search(
                    s -> {
                      s.index(IndexNames.INCIDENTS)
                          .size(PAGE)
                          .source(o -> o.filter(f -> f.includes("body.explanation.samples")))
                          .sort(o -> o.field(f -> f.field("incidentId")))
                          .sort(o -> o.field(f -> f.field("number")));
                      return after.isEmpty() ? s : s.searchAfter(after);
                    },
                    ObjectNode.class))
        .hits()
        .hits();
  }

  private int removeFrom(Hit<ObjectNode> step, Set<String> documentIds) {
    ObjectNode source = step.source();
    String id = step.id();
    if (source == null || id == null) {
      return 0;
    }
    List<JsonNode> left = new ArrayList<>();
    int removed = 0;
    for (JsonNode sample : source.at("/body/explanation/samples")) {
      if (documentIds.contains(sample.path("documentId").asText())) {
        removed++;
      } else {
        left.add(sample);
      }
    }
    if (removed > 0) {
      ObjectNode change = Json.MAPPER.createObjectNode();
      ArrayNode samples = change.withObject("/body/explanation").putArray("samples");
      samples.addAll(left);
      connection.call(
          client ->
              client.update(
                  u -> u.index(IndexNames.INCIDENTS).id(id).retryOnConflict(ATTEMPTS).doc(change),
                  ObjectNode.class));
    }
    return removed;
  }
}

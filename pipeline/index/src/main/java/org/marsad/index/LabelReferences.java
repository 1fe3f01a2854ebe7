// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.marsad.index.Bulk.Operation;

/**
 * Where labels name the document that they are about. How far people agreed must not be forgotten
 * with each text, or retention would take the measure of the models along; so an erased document's
 * labels stay, under a random unit that nothing leads back from.
 */
final class LabelReferences {
  private static final int PAGE = 5_000;
  private static final int DOCUMENTS = 1_000;

  private final IndexConnection connection;
  private final Bulk bulk;

  LabelReferences(IndexConnection connection) {
    this.connection = connection;
    this.bulk = new Bulk(connection);
  }

  /** Takes these documents out of all labels. */
  void remove(Set<String> documentIds) {
    if (documentIds.isEmpty()) {
      return;
    }
    connection.call(c -> c.indices().refresh(r -> r.index(IndexNames.FEEDBACK)));
    List<FieldValue> ids = documentIds.stream().map(FieldValue::of).toList();
    for (int start = 0; start < ids.size(); start += DOCUMENTS) {
      removeFrom(ids.subList(start, Math.min(ids.size(), start + DOCUMENTS)));
    }
  }

  private void removeFrom(List<FieldValue> documentIds) {
    Map<String, String> units = new HashMap<>();
    String after = "";
    List<Hit<ObjectNode>> page;
    do {
      page = page(documentIds, after);
      List<Operation> changes = new ArrayList<>();
      for (Hit<ObjectNode> hit : page) {
        ObjectNode label = hit.source();
        if (label != null) {
          after = label.path("id").asText();
          String unit =
              units.computeIfAbsent(
                  label.path("unit").asText(), known -> UUID.randomUUID().toString());
          label.put("unit", unit).put("version", 0).remove(List.of("documentId", "contentHash"));
          byte[] bytes = label.toString().getBytes(StandardCharsets.UTF_8);
          changes.add(Operation.index(IndexNames.FEEDBACK, after, bytes));
        }
      }
      bulk.send(changes).forEach(Tombstone::require);
    } while (page.size() == PAGE);
  }

  private List<Hit<ObjectNode>> page(List<FieldValue> documentIds, String after) {
    return connection
        .call(
            client ->
                client.search(
                    s ->
                        s.index(IndexNames.FEEDBACK)
                            .size(PAGE)
                            .query(
                                q ->
                                    q.terms(
                                        t ->
                                            t.field("documentId").terms(v -> v.value(documentIds))))
                            .sort(o -> o.field(f -> f.field("id")))
                            .searchAfter(after),
                    ObjectNode.class))
        .hits()
        .hits();
  }
}

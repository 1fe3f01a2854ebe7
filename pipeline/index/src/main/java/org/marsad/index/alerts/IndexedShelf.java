// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.model.DocumentIds;
import org.marsad.model.Json;

/**
 * A shelf in an index such as {@link IndexNames#REGISTRY}, which it shares with others; holds up to
 * 10,000 values. Thread-safe.
 */
public final class IndexedShelf<T extends Record> implements Shelf<T> {
  /** Elasticsearch's limit for ids. */
  private static final int MAX_ID_BYTES = 512;

  private final Table table;
  private final Form<T> form;
  private final String type;
  private final Clock clock;

  /**
   * @param index an alias with the fields of {@link IndexNames#REGISTRY}
   * @param type by which its values are told from those of other shelves
   * @param valueType a public record
   */
  public IndexedShelf(IndexConnection connection, String index, String type, Class<T> valueType) {
    this.table = new Table(connection, index, true);
    this.form = new Form<>(valueType);
    this.type = type;
    this.clock = Clock.systemUTC();
  }

  @Override
  public Optional<Kept<T>> find(String id) {
    return table.get(documentId(id)).flatMap(this::read);
  }

  @Override
  public List<Kept<T>> all() {
    return first(Table.MAX_HITS).stream().flatMap(document -> read(document).stream()).toList();
  }

  @Override
  public boolean isEmpty() {
    return first(1).isEmpty();
  }

  private List<Kept<ObjectNode>> first(int most) {
    return table.search(
        s ->
            s.size(most)
                .query(q -> q.term(t -> t.field("type").value(type)))
                .sort(o -> o.field(f -> f.field("key"))));
  }

  @Override
  public boolean create(String id, T value) {
    return table.create(documentId(id), document(id, value));
  }

  @Override
  public void put(String id, T value) {
    table.put(documentId(id), document(id, value));
  }

  @Override
  public boolean replace(Kept<T> former, T value) {
    return table.replace(
        documentId(former.id()), former.sequence(), former.term(), document(former.id(), value));
  }

  @Override
  public boolean remove(String id) {
    return table.remove(documentId(id));
  }

  private Optional<Kept<T>> read(Kept<ObjectNode> document) {
    return form.read(
        document, document.value().path("key").asText(), document.value().path("body"));
  }

  private ObjectNode document(String id, T value) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", type)
        .put("key", id)
        .put("updated", clock.instant().toString())
        .set("body", form.write(value));
  }

  private String documentId(String id) {
    String plain = type + ":" + id;
    return plain.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES
        ? plain
        : type + ":" + DocumentIds.ofNativeId(type, id);
  }
}

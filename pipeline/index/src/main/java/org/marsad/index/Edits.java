// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.index.Bulk.Answer;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.Document;

/** Decides about documents whose id the index has already: repetition, edit, or our own doing. */
final class Edits {
  private final IndexConnection connection;
  private final Bulk bulk;

  Edits(IndexConnection connection, Bulk bulk) {
    this.connection = connection;
    this.bulk = bulk;
  }

  /** A document as the index holds it, and where it stands in the order of writes. */
  private record Stored(ObjectNode source, long sequenceNumber, long primaryTerm) {
    boolean hasText(Document document) {
      return document.contentHash().equals(source.path("contentHash").asText());
    }

    boolean isCaptureOf(Document document) {
      return document.captured().toString().equals(source.path("captured").asText());
    }

    boolean isErased() {
      return source.path(Tombstone.ERASED).asBoolean();
    }

    int version() {
      return source.path("version").asInt(1);
    }
  }

  /**
   * @param entries documents that exist, each id once, by any key
   * @return the outcome of each, by the same key
   */
  Map<Integer, WriteOutcome> resolve(Map<Integer, IndexEntry> entries) {
    Map<Integer, WriteOutcome> outcomes = new HashMap<>();
    Map<Integer, Document> edited = new HashMap<>();
    Map<String, Stored> stored =
        get(
            entries.values().stream()
                .map(entry -> key(IndexNames.DOCUMENTS, document(entry).id()))
                .toList(),
            List.of("contentHash", "captured", "version", Tombstone.ERASED));
    List<Operation> leftovers = new ArrayList<>();
    entries.forEach(
        (i, entry) -> {
          Document document = document(entry);
          Stored found = stored.get(document.id());
          if (found == null) {
            outcomes.put(i, WriteOutcome.retry("deleted while it was written"));
          } else if (found.isErased()) {
            outcomes.put(i, WriteOutcome.DUPLICATE);
            if (entry.retried()) {
              leftovers.addAll(Tombstone.withoutVersions(document.id(), found.version()));
            }
          } else if (!found.hasText(document)) {
            edited.put(i, document);
          } else if (entry.retried() && found.isCaptureOf(document)) {
            outcomes.put(i, found.version() == 1 ? WriteOutcome.INDEXED : WriteOutcome.UPDATED);
          } else {
            outcomes.put(i, WriteOutcome.DUPLICATE);
          }
        });
    // The first attempt may have stored a former text after the erasure had looked for them.
    bulk.send(leftovers).forEach(Tombstone::require);
    outcomes.putAll(update(edited, stored));
    return outcomes;
  }

  /** Stores the former text in the history and then the new one in its place. */
  private Map<Integer, WriteOutcome> update(
      Map<Integer, Document> edited, Map<String, Stored> known) {
    Map<Integer, WriteOutcome> outcomes = new HashMap<>();
    if (edited.isEmpty()) {
      return outcomes;
    }
    Map<String, Stored> history = history(edited, known);
    Map<String, Stored> current =
        get(
            edited.values().stream().map(d -> key(IndexNames.DOCUMENTS, d.id())).toList(),
            List.of());
    List<Integer> sent = new ArrayList<>();
    List<Operation> former = new ArrayList<>();
    List<Operation> replacements = new ArrayList<>();
    edited.forEach(
        (i, document) -> {
          Stored now = current.get(document.id());
          if (now == null || now.isErased() || now.version() != known(known, document).version()) {
            outcomes.put(i, WriteOutcome.retry("changed while it was written"));
          } else if (wasBefore(document, now.version(), history)) {
            outcomes.put(i, WriteOutcome.DUPLICATE);
          } else {
            sent.add(i);
            former.add(
                Operation.index(
                    IndexNames.VERSIONS,
                    StoredForm.versionId(document.id(), now.version()),
                    IndexEntry.encode(now.source())));
            replacements.add(
                Operation.replace(
                    IndexNames.DOCUMENTS,
                    document.id(),
                    StoredForm.of(document, now.version() + 1),
                    now.sequenceNumber(),
                    now.primaryTerm()));
          }
        });
    List<Answer> kept = bulk.send(former);
    List<Operation> allowed = new ArrayList<>();
    List<Integer> waiting = new ArrayList<>();
    for (int n = 0; n < sent.size(); n++) {
      if (kept.get(n).stored()) {
        waiting.add(sent.get(n));
        allowed.add(replacements.get(n));
      } else {
        outcomes.put(sent.get(n), kept.get(n).outcome());
      }
    }
    List<Answer> answers = bulk.send(allowed);
    for (int n = 0; n < waiting.size(); n++) {
      Answer answer = answers.get(n);
      outcomes.put(waiting.get(n), answer.stored() ? WriteOutcome.UPDATED : answer.outcome());
    }
    return outcomes;
  }

  /** The hashes of all former texts of the edited documents. */
  private Map<String, Stored> history(Map<Integer, Document> edited, Map<String, Stored> known) {
    List<MultiGetOperation> keys = new ArrayList<>();
    for (Document document : edited.values()) {
      for (int version = 1; version < known(known, document).version(); version++) {
        keys.add(key(IndexNames.VERSIONS, StoredForm.versionId(document.id(), version)));
      }
    }
    return get(keys, List.of("contentHash"));
  }

  private static boolean wasBefore(Document document, int version, Map<String, Stored> history) {
    for (int earlier = 1; earlier < version; earlier++) {
      Stored former = history.get(StoredForm.versionId(document.id(), earlier));
      if (former != null && former.hasText(document)) {
        return true;
      }
    }
    return false;
  }

  /** Reads what exists of these, in its newest state, by id; all fields where none is named. */
  private Map<String, Stored> get(List<MultiGetOperation> keys, List<String> fields) {
    Map<String, Stored> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    MgetResponse<ObjectNode> response =
        connection.call(
            client -> client.mget(m -> m.docs(keys).sourceIncludes(fields), ObjectNode.class));
    for (MultiGetResponseItem<ObjectNode> item : response.docs()) {
      @Nullable GetResult<ObjectNode> result = item.isResult() ? item.result() : null;
      if (result != null && result.found() && result.source() != null) {
        found.put(
            result.id(),
            new Stored(
                result.source(),
                Objects.requireNonNull(result.seqNo()),
                Objects.requireNonNull(result.primaryTerm())));
      }
    }
    return found;
  }

  private static MultiGetOperation key(String index, String id) {
    return MultiGetOperation.of(m -> m.index(index).id(id));
  }

  private static Document document(IndexEntry entry) {
    return Objects.requireNonNull(entry.document(), "only documents meet a conflict");
  }

  private static Stored known(Map<String, Stored> known, Document document) {
    return Objects.requireNonNull(known.get(document.id()));
  }
}

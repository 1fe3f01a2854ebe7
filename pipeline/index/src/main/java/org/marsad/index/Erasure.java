// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.Deletion;

/**
 * Erases documents: a {@link Tombstone} takes the place of each, its former texts are removed, and
 * so are its excerpts in alerts; what people said of its judgements stays as a figure that names it
 * no more. May be repeated at any time. Thread-safe.
 *
 * <p>Networks tell of the deletion of far more than the index ever holds. So a deletion that comes
 * with the stream leaves a tombstone only where there is a document; an operator's, of which there
 * are few, leaves one in any case, and keeps out what has not come yet.
 */
public final class Erasure {
  private final IndexConnection connection;
  private final Bulk bulk;
  private final AlertSamples samples;
  private final LabelReferences labels;
  private final DocumentsToErase documents;

  public Erasure(IndexConnection connection) {
    this.connection = connection;
    this.bulk = new Bulk(connection);
    this.samples = new AlertSamples(connection);
    this.labels = new LabelReferences(connection);
    this.documents = new DocumentsToErase(connection);
  }

  /**
   * Carries out what sources tell.
   *
   * @throws IndexUnavailableException some of it may have been done: do all of it again
   */
  void carryOut(List<Deletion> deletions) {
    if (deletions.isEmpty()) {
      return;
    }
    Map<String, Deletion> wishes = new HashMap<>();
    Map<String, Deletion> authors = new HashMap<>();
    for (Deletion deletion : deletions) {
      if (deletion.documentId() != null) {
        wishes.put(deletion.documentId(), deletion);
      } else if (deletion.author() != null) {
        authors.put(deletion.author(), deletion);
      }
    }
    for (ErasedDocument document : documents.byAuthors(authors.keySet())) {
      Deletion wish = authors.get(document.author());
      if (wish != null) {
        wishes.put(document.id(), wish);
      }
    }
    Map<Deletion, List<ErasedDocument>> found =
        documents.read(wishes.keySet()).stream()
            .filter(ErasedDocument::wasThere)
            .collect(
                Collectors.groupingBy(
                    document -> Objects.requireNonNull(wishes.get(document.id()))));
    found.forEach((wish, erased) -> erase(erased, wish.reason(), wish.at()));
  }

  /**
   * Erases what {@link DocumentsToErase} found, and keeps out for ever what it did not find.
   *
   * @return how many excerpts in alerts were removed
   */
  public int erase(List<ErasedDocument> erased, String reason, Instant at) {
    List<Operation> tombstones = new ArrayList<>();
    List<Operation> versions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ErasedDocument document : erased) {
      if (!document.erasedBefore()) {
        tombstones.add(document.tombstone(reason, at).write());
      }
      versions.addAll(Tombstone.withoutVersions(document.id(), document.version()));
      ids.add(document.id());
    }
    bulk.send(tombstones).forEach(Tombstone::require);
    bulk.send(versions).forEach(Tombstone::require);
    labels.remove(ids);
    return samples.remove(ids);
  }

  /**
   * Removes the rejections that name where these documents came from.
   *
   * @return how many
   */
  public int removeRejections(List<ErasedDocument> erased) {
    Set<String> sources = new HashSet<>();
    Set<String> references = new HashSet<>();
    for (ErasedDocument document : erased) {
      references.addAll(document.references());
      if (document.url() != null) {
        references.add(document.url());
      }
      if (document.sourceId() != null) {
        sources.add(document.sourceId());
      }
    }
    return references.isEmpty() || sources.isEmpty()
        ? 0
        : new RejectionsOf(connection, bulk).remove(sources, references);
  }
}

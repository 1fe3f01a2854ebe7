// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.article.Extraction;
import org.marsad.sources.text.CanonicalUrl;

/** Reads captured pages again with today's extractor, and holds it against the index. */
final class Replay {
  private final DocumentExtractor extractor;
  private final DocumentQueries queries;

  Replay(DocumentExtractor extractor, DocumentQueries queries) {
    this.extractor = extractor;
    this.queries = queries;
  }

  /** What reading it again would change. */
  enum Change {
    SAME,
    CHANGED,
    /** The index does not hold it. */
    NEW,
    /** The index holds it, but today's extractor finds nothing in the page. */
    GONE,
    /** Nothing is found in the page, and the index holds nothing of it. */
    NO_ARTICLE,
    /** It was erased, and stays so. */
    ERASED
  }

  /**
   * Of one page.
   *
   * @param fields that differ, of CHANGED
   * @param current whether the index's present text is of this capture, or it has none
   * @param document as read today, where one was found
   */
  record Result(
      @Nullable String id,
      @Nullable String url,
      Change change,
      List<String> fields,
      boolean current,
      @Nullable Document document) {}

  Result of(RawDocument page) {
    Extraction extraction = extractor.extract(page);
    Document today = extraction.document();
    String canonical = CanonicalUrl.of(page.url());
    String id =
        today != null ? today.id() : canonical == null ? null : DocumentIds.ofUrl(canonical);
    String url = today != null && today.url() != null ? today.url() : canonical;
    if (id == null) {
      return new Result(null, url, Change.NO_ARTICLE, List.of(), false, null);
    }
    Optional<StoredDocument> present = queries.document(id);
    if (present.isEmpty()) {
      return new Result(id, url, absent(id, today), List.of(), true, today);
    }
    if (today == null) {
      return new Result(id, url, Change.GONE, List.of(), true, null);
    }
    Document stored = ofSameCapture(page, present.get());
    List<String> fields = differences(stored, today);
    return new Result(
        id,
        url,
        fields.isEmpty() ? Change.SAME : Change.CHANGED,
        fields,
        stored == present.get().document(),
        today);
  }

  private Change absent(String id, @Nullable Document today) {
    if (queries.tombstone(id).isPresent()) {
      return Change.ERASED;
    }
    return today == null ? Change.NO_ARTICLE : Change.NEW;
  }

  /** An older capture is held against the former text that was made of it, where there is one. */
  private Document ofSameCapture(RawDocument page, StoredDocument present) {
    if (present.version() == 1 || isOf(page, present.document())) {
      return present.document();
    }
    return queries.history(present.document().id()).stream()
        .map(StoredDocument::document)
        .filter(former -> isOf(page, former))
        .findFirst()
        .orElse(present.document());
  }

  private static boolean isOf(RawDocument page, Document document) {
    Provenance captured = page.provenance();
    Provenance known = document.provenance();
    return captured != null && known != null && captured.sha256().equals(known.sha256());
  }

  private static List<String> differences(Document stored, Document today) {
    List<String> fields = new ArrayList<>();
    compare("title", Document::title, stored, today, fields);
    compare("text", Document::text, stored, today, fields);
    compare("byline", Document::byline, stored, today, fields);
    compare("published", Document::published, stored, today, fields);
    compare("declaredLanguage", Document::declaredLanguage, stored, today, fields);
    compare("section", Document::section, stored, today, fields);
    compare("url", Document::url, stored, today, fields);
    compare("extractionMethod", Document::extractionMethod, stored, today, fields);
    compare("charset", Document::charset, stored, today, fields);
    return fields;
  }

  private static void compare(
      String name,
      Function<Document, @Nullable Object> field,
      Document stored,
      Document today,
      List<String> fields) {
    if (!Objects.equals(field.apply(stored), field.apply(today))) {
      fields.add(name);
    }
  }
}

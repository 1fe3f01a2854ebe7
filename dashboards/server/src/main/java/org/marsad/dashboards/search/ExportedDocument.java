// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;
import org.marsad.dashboards.documents.DocumentView;
import org.marsad.dashboards.documents.Passage;
import org.marsad.dashboards.documents.Passages;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.Confirmation;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.DatedBy;
import org.marsad.model.DocumentKind;
import org.marsad.model.Story;

/**
 * A document as an export tells it: masked, and without what tells people apart. Neither bylines
 * nor pseudonyms are exported, since both would let single authors be ranked, nor the addresses of
 * comments and posts, which often name who wrote them; the id finds the document in the dashboard.
 *
 * @param url of articles
 * @param relevance calibrated probability, 0 to 1, as are hostility and offensive
 * @param story the same for all documents that tell one story
 */
record ExportedDocument(
    String id,
    int version,
    DocumentKind kind,
    String source,
    String sourceName,
    @Nullable String url,
    @Nullable Instant published,
    @Nullable DatedBy datedBy,
    @Nullable Instant modified,
    Instant captured,
    @Nullable String section,
    @Nullable String language,
    boolean classified,
    @Nullable Boolean relevant,
    @Nullable Double relevance,
    @Nullable Stance stance,
    @Nullable Double hostility,
    @Nullable Double offensive,
    @Nullable Integer intensity,
    @Nullable Confirmation reviewed,
    @Nullable List<Target> targets,
    @Nullable List<Frame> frames,
    @Nullable List<Theme> themes,
    @Nullable List<String> places,
    @Nullable String model,
    @Nullable String story,
    Story.@Nullable Role storyRole,
    String contentHash,
    @Nullable String title,
    String text) {

  static ExportedDocument of(StoredDocument stored, Outlets outlets, LabelBook labels) {
    DocumentView view = DocumentView.of(stored, outlets, labels);
    Passages passages = Passages.masked(stored.document());
    Passage title = passages.title(null);
    return new ExportedDocument(
        view.id(),
        view.version(),
        view.kind(),
        view.sourceId(),
        view.sourceName(),
        view.kind() == DocumentKind.ARTICLE ? view.url() : null,
        view.published(),
        view.datedBy(),
        view.modified(),
        view.captured(),
        view.section(),
        view.language(),
        view.classified(),
        view.relevant(),
        view.relevance(),
        view.stance(),
        view.hostility(),
        view.offensive(),
        view.intensity(),
        view.reviewed(),
        view.targets(),
        view.frames(),
        view.themes(),
        view.places(),
        view.model(),
        view.story() == null ? null : view.story().id(),
        view.story() == null ? null : view.story().role(),
        view.contentHash(),
        title == null ? null : title.text(),
        passages.text().text());
  }

  /** The names of the columns of a table, in the order of {@link #cells}. */
  static List<String> columns() {
    return Stream.of(ExportedDocument.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  /** As a row of a table; lists are parted by blanks, since no value has one. */
  @Nullable Object[] cells() {
    return new @Nullable Object[] {
      id,
      version,
      kind,
      source,
      sourceName,
      url,
      published,
      datedBy,
      modified,
      captured,
      section,
      language,
      classified,
      relevant,
      relevance,
      stance,
      hostility,
      offensive,
      intensity,
      reviewed,
      joined(targets),
      joined(frames),
      joined(themes),
      joined(places),
      model,
      story,
      storyRole,
      contentHash,
      title,
      text
    };
  }

  private static @Nullable String joined(@Nullable List<?> values) {
    return values == null ? null : String.join(" ", values.stream().map(String::valueOf).toList());
  }
}

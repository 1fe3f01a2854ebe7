// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;
import org.marsad.classifiers.judge.Reason;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.Confirmation;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.DatedBy;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.Story;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/**
 * A document without its texts, which travel as passages. The figures of a text that no model reads
 * are absent: a base rate must not be taken for a judgement.
 *
 * @param sourceName the outlet's name; of an import, its id
 * @param fictional whether the outlet was made up for a demonstration
 * @param version 1 for the first text, one more with each edit
 * @param reason why it was judged so, in English and without any of the text's words
 * @param why the same in codes, for pages in other languages
 * @param reviewed whether a person has looked at how severe it is; absent where none has
 * @param relevance calibrated probability, 0 to 1, as are hostility and offensive
 */
public record DocumentView(
    String id,
    int version,
    String sourceId,
    String sourceName,
    boolean fictional,
    DocumentKind kind,
    @Nullable String url,
    @Nullable String parentId,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable DatedBy datedBy,
    @Nullable Instant modified,
    Instant captured,
    @Nullable String section,
    String extractionMethod,
    String contentHash,
    String reference,
    @Nullable Provenance provenance,
    @Nullable Story story,
    boolean classified,
    @Nullable String language,
    @Nullable List<String> languages,
    @Nullable Boolean relevant,
    @Nullable Double relevance,
    @Nullable Stance stance,
    @Nullable Double hostility,
    @Nullable Double offensive,
    @Nullable Integer intensity,
    @Nullable List<Target> targets,
    @Nullable List<Frame> frames,
    @Nullable List<Theme> themes,
    @Nullable List<String> places,
    @Nullable String model,
    @Nullable List<NewsFlag> flags,
    @Nullable String reason,
    @Nullable Reason why,
    @Nullable Confirmation reviewed) {

  public static DocumentView of(StoredDocument stored, Outlets outlets, LabelBook labels) {
    Document document = stored.document();
    Assessment found = document.assessment();
    Assessment judged = found != null && found.classified() ? found : null;
    return new DocumentView(
        document.id(),
        stored.version(),
        document.sourceId(),
        outlets.name(document.sourceId()),
        outlets.isFictional(document.sourceId()),
        document.kind(),
        Controls.without(document.url()),
        document.parentId(),
        Controls.without(document.byline()),
        document.published(),
        document.datedBy(),
        document.modified(),
        document.captured(),
        section(document),
        document.extractionMethod(),
        document.contentHash(),
        Controls.dropped(document.reference()),
        document.provenance(),
        document.story(),
        judged != null,
        found == null ? null : found.language(),
        found == null ? null : found.languages(),
        judged == null ? null : judged.relevant(),
        judged == null ? null : judged.relevance(),
        judged == null ? null : judged.stance(),
        judged == null ? null : judged.hostility(),
        judged == null ? null : judged.offensive(),
        judged == null ? null : judged.intensity(),
        judged == null ? null : judged.targets(),
        judged == null ? null : judged.frames(),
        judged == null ? null : judged.themes(),
        judged == null ? null : judged.places(),
        judged == null ? null : judged.model(),
        judged == null ? null : judged.flags(),
        judged == null ? null : judged.reason(),
        judged == null ? null : Reason.of(judged),
        judged == null ? null : labels.confirmation(document));
  }

  private static @Nullable String section(Document document) {
    String section = document.section();
    return section == null ? null : Controls.dropped(Masking.anywhere(section));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.model.Document;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/**
 * One document that shows what a rise is about, fit to be sent: masked, without direction marks.
 *
 * @param url null where there is none, or where it spells a word that is masked
 * @param excerpt the passage around its evidence, masked
 * @param title masked
 * @param language of the assessment; "und" where the document was not assessed
 * @param stance name of a {@link org.marsad.classifiers.Stance}; null where none was found
 * @param intensity 0 to 5, as judged by the classifiers: from 4 on "unreviewed" has to be said
 * @param copies how many documents of the rise say the same, this one among them
 */
public record Sample(
    String documentId,
    String sourceId,
    @Nullable String url,
    @Nullable String title,
    String excerpt,
    String language,
    @Nullable Instant published,
    @Nullable String stance,
    int intensity,
    int copies) {

  private static final String UNDETERMINED = "und";

  /** A document as it may be shown to anybody. */
  public static Sample of(Document document, int copies) {
    Masking masking = Masking.of(document);
    Assessment judged = document.assessment();
    Assessment counted = judged != null && judged.classified() ? judged : null;
    return new Sample(
        document.id(),
        document.sourceId(),
        Address.shown(document.url(), masking),
        Controls.without(masking.title()),
        Excerpt.of(document, masking),
        judged == null ? UNDETERMINED : judged.language(),
        document.published(),
        counted == null ? null : Objects.toString(counted.stance(), null),
        counted == null ? 0 : counted.intensity(),
        copies);
  }
}

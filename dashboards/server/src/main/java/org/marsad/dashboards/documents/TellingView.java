// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.Story;

/**
 * One of the documents that tell a story.
 *
 * @param at when it was published, or captured where it does not say
 * @param dated whether {@code at} is when it was published
 * @param similarity to the text of the story's first document, 0 to 1
 */
public record TellingView(
    String id,
    String sourceId,
    String sourceName,
    @Nullable Passage title,
    Instant at,
    boolean dated,
    Story.Role role,
    double similarity,
    @Nullable String agency) {

  public static TellingView of(StoredDocument stored, Outlets outlets) {
    Document document = stored.document();
    Story story = Objects.requireNonNull(document.story(), "it was found by its story");
    Instant published = document.published();
    return new TellingView(
        document.id(),
        document.sourceId(),
        outlets.name(document.sourceId()),
        Passages.masked(document).title(null),
        published == null ? document.captured() : published,
        published != null,
        story.role(),
        story.similarity(),
        story.agency());
  }
}

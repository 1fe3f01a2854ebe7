// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.PublicationDates.Precision;

/**
 * An article as a page holds it.
 *
 * @param text plain, paragraphs parted by an empty line; never empty
 * @param published as the page itself states it
 * @param precision of the published date; null where there is none
 * @param dayInUrl the date in the path of its URL, to the day only (see {@link
 *     org.marsad.sources.text.PublicationDates#ofUrl}); for want of a better one
 * @param language as the page declares it, for example "ar" or "fr-MA"
 * @param canonicalUrl as {@link org.marsad.sources.text.CanonicalUrl} writes it
 * @param charset the encoding that the page was read in; null where it came as characters
 * @param method how the text was found: "json-ld", "dom", "readability", "boilerpipe" or
 *     "paragraphs"
 */
public record ExtractedArticle(
    @Nullable String title,
    String text,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable Precision precision,
    @Nullable Instant dayInUrl,
    @Nullable Instant modified,
    @Nullable String language,
    @Nullable String section,
    @Nullable String canonicalUrl,
    @Nullable String charset,
    String method)
    implements PageContent {}

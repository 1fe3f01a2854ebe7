// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param link absolute http(s) URL, percent-encoded
 * @param guid the feed's own identifier
 * @param title plain text
 * @param summary HTML or plain text, as the feed gives it
 * @param contentHtml the full text, where the feed carries it
 * @param author as the feed states it
 */
public record FeedItem(
    @Nullable String link,
    @Nullable String guid,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String contentHtml,
    @Nullable String author,
    @Nullable Instant published) {}

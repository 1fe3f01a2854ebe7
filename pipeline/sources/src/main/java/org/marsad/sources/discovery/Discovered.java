// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.FeedForm;

/**
 * A feed or sitemap that answered and could be read.
 *
 * @param items that it lists now; of an index, the sitemaps
 * @param newest null where no item has a date
 * @param language as its first item or its page states it
 */
public record Discovered(
    URI url, FeedForm form, int items, @Nullable Instant newest, @Nullable String language) {}

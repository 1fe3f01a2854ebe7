// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What tells of new articles: feeds, sitemaps and pages of links, each read by a {@link
 * org.marsad.sources.listing.ListingReader}.
 */
@NullMarked
package org.marsad.sources.listing;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Sitemaps and their indexes (sitemaps.org, with Google's news extension): read by crawler-commons,
 * within limits of our own.
 */
@NullMarked
package org.marsad.sources.sitemap;

import org.jspecify.annotations.NullMarked;

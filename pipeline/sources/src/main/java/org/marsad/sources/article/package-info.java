// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * From a page to its article. Several methods read the same page ({@link
 * org.marsad.sources.article.ArticleExtractor} holds their order), for none suits every outlet, and
 * the one that was believed is recorded with the text.
 */
@NullMarked
package org.marsad.sources.article;

import org.jspecify.annotations.NullMarked;

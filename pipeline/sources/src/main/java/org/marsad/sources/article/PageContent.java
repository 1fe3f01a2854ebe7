// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

/** What a page came to: an article, or the reason why there is none. */
public sealed interface PageContent permits ExtractedArticle, NoArticle {}

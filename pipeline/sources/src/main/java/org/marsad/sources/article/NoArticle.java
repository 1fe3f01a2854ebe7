// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

/**
 * A page without an article.
 *
 * @param reason a stable code: "no-article", "not-text", "too-large" or "empty"
 * @param message what is wrong and what to do, for a person
 */
public record NoArticle(String reason, String message) implements PageContent {}

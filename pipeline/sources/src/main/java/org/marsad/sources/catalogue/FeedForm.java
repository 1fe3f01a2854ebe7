// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/** In what form a source tells what is new. */
public enum FeedForm {
  /** RSS, Atom or JSON Feed: which of them, its content says. */
  FEED,
  /** A sitemap or an index of sitemaps, of news or of everything. */
  SITEMAP,
  /** A page whose links, found by a CSS selector, lead to the articles. */
  LIST,
  /** The comments of a WordPress site, by its own interface. */
  WORDPRESS_COMMENTS,
  BLUESKY,
  MASTODON,
  TELEGRAM,
  REDDIT,
  YOUTUBE,
  X;

  /** Whether it is read by a {@link org.marsad.sources.network.Fetcher}, step by step. */
  public boolean isNetwork() {
    return ordinal() >= WORDPRESS_COMMENTS.ordinal();
  }
}

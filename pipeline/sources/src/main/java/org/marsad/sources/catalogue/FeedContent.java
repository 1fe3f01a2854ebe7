// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/** What the items of a feed are. */
public enum FeedContent {
  /** Each item announces a page, which is fetched. */
  ARTICLES,
  /** Each item is a reader's comment, complete in the feed; its author is a private person. */
  COMMENTS,
  /** Each item is a post of a network, complete; its author is a private person. */
  POSTS
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentIds;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.feed.FeedItem;

/**
 * What an item is known by: 128 bits of a hash, so that the state stays small. An article is known
 * by its link, which the section feeds of an outlet share; a comment by its guid.
 */
final class ItemKeys {
  private ItemKeys() {}

  /** Null where the item has neither link nor guid. */
  static @Nullable String of(FeedItem item, FeedContent content) {
    String first = content == FeedContent.ARTICLES ? item.link() : item.guid();
    String second = content == FeedContent.ARTICLES ? item.guid() : item.link();
    String identity = first != null ? first : second;
    return identity == null ? null : DocumentIds.ofUrl(identity);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Document;

/**
 * Whether a rise is one thing told again, or many.
 *
 * @param looked how many of its documents were compared
 * @param stories how many different ones they are, copies and comments under one article together
 * @param largest how many documents the largest of them has
 * @param sources how many sources they come from
 * @param viral whether the largest alone is half of what was compared, or more
 */
public record Spread(int looked, int stories, int largest, int sources, boolean viral) {
  private static final int SMALLEST_VIRAL = 3;

  /**
   * @param documents a few hundred, since each is compared with each
   * @return null where there are none
   */
  public static @Nullable Spread of(List<Document> documents) {
    return of(documents, Stories.of(documents));
  }

  /**
   * @param stories of the documents, the largest first
   */
  static @Nullable Spread of(List<Document> documents, List<Story> stories) {
    if (documents.isEmpty()) {
      return null;
    }
    int largest = stories.get(0).size();
    return new Spread(
        documents.size(),
        stories.size(),
        largest,
        (int) documents.stream().map(Document::sourceId).distinct().count(),
        largest >= SMALLEST_VIRAL && 2 * largest >= documents.size());
  }
}

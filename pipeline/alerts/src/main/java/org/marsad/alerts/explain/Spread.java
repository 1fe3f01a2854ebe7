// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Authorship;
import org.marsad.model.Document;

/**
 * Whether a rise is one thing told again, or many, by the rule of {@link Authorship}.
 *
 * @param looked how many of its documents were compared
 * @param stories how many different ones they are, copies and comments under one article together
 * @param largest how many documents the largest of them has that may be told, at least 1
 * @param sources how many sources they come from
 * @param viral whether the largest alone is half of what was compared, or more
 */
public record Spread(int looked, int stories, int largest, int sources, boolean viral) {
  private static final int SMALLEST_VIRAL = 3;

  /**
   * @param documents a few hundred, since each is compared with each
   * @return null where none may be told, and where the bulk of them is of fewer than five people:
   *     "broad" would be wrong, and "one story" would tell how much they wrote
   */
  public static @Nullable Spread of(List<Document> documents) {
    return of(documents, Stories.of(documents));
  }

  /**
   * @param stories of the documents, the largest first
   */
  static @Nullable Spread of(List<Document> documents, List<Story> stories) {
    if (Authorship.told(documents) < documents.size()) {
      List<Document> published = documents.stream().filter(Authorship::isPublished).toList();
      return of(published, Stories.of(published));
    }
    if (documents.isEmpty()) {
      return null;
    }
    int looked = documents.size();
    int largest = stories.stream().mapToInt(Story::told).max().orElse(0);
    boolean viral = isViral(largest, looked);
    if (viral != isViral(stories.get(0).size(), looked)) {
      return null;
    }
    return new Spread(
        looked,
        stories.size(),
        Math.max(1, largest),
        (int) documents.stream().map(Document::sourceId).distinct().count(),
        viral);
  }

  private static boolean isViral(int largest, int looked) {
    return largest >= SMALLEST_VIRAL && 2 * largest >= looked;
  }
}

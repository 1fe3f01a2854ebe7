// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Makes searches of X from keywords: as few as its limit on their length allows. */
final class SearchQueries {
  static final int MOST_CHARACTERS = 512;

  /** Who passes a post on writes nothing; the post itself is found anyway. */
  private static final String ENDING = ") -is:retweet";

  private static final String OR = " OR ";

  private SearchQueries() {}

  /**
   * @param words those with an open ending are left out, because the search knows none
   */
  static List<String> of(List<String> words) {
    List<String> queries = new ArrayList<>();
    StringBuilder query = new StringBuilder();
    for (String word : words) {
      if (word.endsWith("*")) {
        continue;
      }
      String quoted = "\"" + word + "\"";
      int length = query.length() + OR.length() + quoted.length() + ENDING.length();
      if (!query.isEmpty() && length > MOST_CHARACTERS) {
        queries.add(query + ENDING);
        query.setLength(0);
      }
      query.append(query.isEmpty() ? "(" : OR).append(quoted);
    }
    if (!query.isEmpty()) {
      queries.add(query + ENDING);
    }
    return queries;
  }
}

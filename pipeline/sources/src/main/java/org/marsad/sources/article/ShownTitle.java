// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a page's {@code title} is the article's own: outlets put their name before or
 * behind it, but only the article's title stands in the page as a line of its own.
 */
final class ShownTitle {
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—»«•·:-]+\\s+|:\\s+");

  /** In characters; a name of an outlet or of a section is seldom longer. */
  private static final int SHORTEST = 12;

  private static final int LONGEST = 300;
  private static final int MOST_LINES = 3;

  private ShownTitle() {}

  /**
   * @return null where no part of it stands in the page
   */
  static @Nullable String of(String whole, PageOutline outline) {
    if (whole.length() > LONGEST) {
      return null;
    }
    Set<String> shown = new HashSet<>();
    for (PageBlock block : outline.blocks) {
      if (block.linkChars() < block.text().length()) {
        block.text().lines().limit(MOST_LINES).map(String::strip).forEach(shown::add);
      }
    }
    String longest = null;
    for (String part : parts(whole)) {
      if (part.length() >= SHORTEST
          && shown.contains(part)
          && (longest == null || part.length() > longest.length())) {
        longest = part;
      }
    }
    return longest;
  }

  /** What lies before or behind each of its separators, and it as a whole. */
  private static List<String> parts(String whole) {
    List<String> parts = new ArrayList<>(List.of(whole));
    Matcher separator = SEPARATOR.matcher(whole);
    while (separator.find()) {
      parts.add(whole.substring(0, separator.start()));
      parts.add(whole.substring(separator.end()));
    }
    return parts;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import org.marsad.model.Document;

/**
 * Two articles, the earlier one first, of which it is known whether they tell one story.
 *
 * @param isTranslation whether the two are in two languages
 * @param earlier assessed, like the later one
 */
record StoryPair(
    StoryText.Half half, Kind kind, boolean isTranslation, Document earlier, Document later) {
  /** What makes the two alike, or unlike. */
  enum Kind {
    COPIED(true, "the same title and text in another outlet"),
    OTHER_TITLE(true, "the same text under another title"),
    IN_PAGE(true, "the same text with credit, related links and the outlet's notice"),
    PREFIXED_TITLE(true, "first sentence only, title with labels and the outlet's name"),
    TRUNCATED(true, "first paragraph only, another title"),
    SPELLING(true, "Arabic spelt another way, another title"),
    UPDATED(true, "other numbers and a sentence more, another title"),
    REWRITTEN(true, "half of it in a newsroom's own words, another title"),
    TRANSLATED(true, "another language"),
    BOILERPLATE(false, "two stories with the same credit, links and notice"),
    OTHER_EVENT(false, "another event of the same topic, in any language"),
    TEMPLATE(false, "two bulletins of one template, under one title");

    private final boolean same;
    private final String words;

    Kind(boolean same, String words) {
      this.same = same;
      this.words = words;
    }

    boolean isSame() {
      return same;
    }

    String words() {
      return words;
    }
  }
}

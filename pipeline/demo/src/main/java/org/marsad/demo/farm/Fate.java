// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

/** What must become of an item. */
public enum Fate {
  /** Its page holds an article. */
  ARTICLE,
  /** Like an article, but its page fails with 500 when it is first asked for. */
  LATE_ARTICLE,
  /** The words of the item before it, under another address. */
  COPY,
  /** Its page answers 404. */
  GONE,
  /** robots.txt disallows its page. */
  DISALLOWED,
  /** Its page holds no article. */
  EMPTY;

  /** Of a hundred items in a row, where each kind stands. */
  static Fate of(int roll) {
    if (roll < 85) {
      return ARTICLE;
    }
    if (roll < 88) {
      return LATE_ARTICLE;
    }
    if (roll < 92) {
      return COPY;
    }
    if (roll < 95) {
      return GONE;
    }
    return roll < 98 ? DISALLOWED : EMPTY;
  }

  /** Whether the item ends as a rejection. */
  public boolean isRejected() {
    return this == GONE || this == DISALLOWED || this == EMPTY;
  }
}

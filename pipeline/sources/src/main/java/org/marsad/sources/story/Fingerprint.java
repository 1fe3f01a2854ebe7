// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Document;

/**
 * What is remembered of an article to know its story by; about a kilobyte, none of its words.
 *
 * @param document the article's id
 * @param outlet the id of its source
 * @param at when it was published, or captured where it does not say, in milliseconds since 1970
 * @param title hash of the normal title; 0 where the title is too short to know a story by
 * @param agency that the text names as its origin
 */
public record Fingerprint(
    String document,
    String outlet,
    long at,
    long title,
    Sketch sketch,
    @Nullable String agency,
    Facts facts) {
  /** So many of the sketch's shingles lead to the article. */
  private static final int SHINGLE_KEYS = 12;

  private static final int NUMBERS_IN_KEYS = 6;
  private static final int PLACES_IN_KEYS = 3;

  private enum Key {
    DOCUMENT,
    SHINGLE,
    TITLE,
    FACT
  }

  /**
   * @param article assessed, so that its language is known
   */
  public static Fingerprint of(Document article) {
    String title = Titles.normal(article.title());
    Instant published = article.published();
    StoryWords text = StoryWords.ofText(article.text());
    return new Fingerprint(
        article.id(),
        article.sourceId(),
        (published == null ? article.captured() : published).toEpochMilli(),
        title == null ? 0 : hash(title),
        Sketch.of(text.folded()),
        Agencies.of(article.byline(), article.text()),
        Facts.of(article.assessment(), StoryWords.ofTitle(article.title()), text));
  }

  /** What the memory knows an article by. */
  static long documentKey(String id) {
    return key(Key.DOCUMENT, hash(id));
  }

  /**
   * Copies share one of them, as good as certainly: the chance to miss half a copy is 1 in 4,000.
   */
  List<Long> textKeys() {
    List<Long> keys = new ArrayList<>();
    int[] least = sketch.least();
    for (int at = 0; at < Math.min(SHINGLE_KEYS, least.length); at++) {
      keys.add(key(Key.SHINGLE, least[at]));
    }
    if (title != 0) {
      keys.add(key(Key.TITLE, title));
    }
    return keys;
  }

  /** Translations share a number and a place. */
  List<Long> factKeys() {
    List<Long> keys = new ArrayList<>();
    int[] numbers = facts.telling();
    int[] places = facts.places();
    for (int number = 0; number < Math.min(NUMBERS_IN_KEYS, numbers.length); number++) {
      for (int place = 0; place < Math.min(PLACES_IN_KEYS, places.length); place++) {
        keys.add(key(Key.FACT, ((long) numbers[number] << Integer.SIZE) ^ places[place]));
      }
    }
    return keys;
  }

  private static long key(Key kind, long value) {
    return Sketch.mixed(value * Key.values().length + kind.ordinal());
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = Sketch.mixed(hash ^ ((long) text.charAt(at) << at % 16)) + at;
    }
    return hash;
  }
}

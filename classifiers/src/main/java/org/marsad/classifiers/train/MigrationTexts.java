// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/**
 * The texts labelled by the codebook, with texts of other sets that name no group as examples of
 * what is not relevant. What feedback says of a text replaces what its set says.
 */
final class MigrationTexts {
  /** Sets of texts from life that are labelled by the codebook. */
  private static final List<String> REAL = List.of("silver", MoroccanLabels.SET);

  /**
   * Written examples are many and tidier than life. Real texts were labelled by two, with a
   * decision where they differed, and so is feedback that two agree on.
   */
  private static final int WEIGHT_OF_REAL = 8;

  /** What one reviewer alone says: half the evidence of two who agree. */
  private static final int WEIGHT_OF_ONE_VOICE = WEIGHT_OF_REAL / 2;

  /** Sets without labels of relevance, and how many of their texts are looked at in any case. */
  private static final SortedMap<String, Integer> NOT_ABOUT_GROUPS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("afrisenti-ma", 1000),
              Map.entry("detoxis", 800),
              Map.entry("dynhate-en", 1200),
              Map.entry("febrayer-articles", 600),
              Map.entry("french-superset", 400),
              Map.entry("ftr", 1500),
              Map.entry("hespress-comments", 1200),
              Map.entry("l-hsab", 800),
              Map.entry("mac-tweets", 2000),
              Map.entry("marsum-goud-articles", 1800),
              Map.entry("mdoldd", 2500),
              Map.entry("mlma-en", 800),
              Map.entry("mlma-fr", 2000),
              Map.entry("myc-youtube-comments", 2000),
              Map.entry("omcd-train", 1200),
              Map.entry("osact4", 800),
              Map.entry("t-hsab", 800)));

  /**
   * Sets of everyday Moroccan texts: all of theirs that hint at a group without naming one are
   * looked at. Nearly all speak of something else, and such texts are what relevance has to tell.
   */
  private static final Set<String> EVERYDAY =
      Set.of(
          "afrisenti-ma",
          "hespress-comments",
          "mac-tweets",
          "mdoldd",
          "myc-youtube-comments",
          "omcd-train");

  private final TrainingSet set = new TrainingSet();

  /** The texts in which a term hints at a group, without which none is called relevant. */
  private final BitSet hinted = new BitSet();

  /** The texts whose intensity is known. */
  private final BitSet rated = new BitSet();

  /** The texts of which one voice more says what they are than says otherwise. */
  private final BitSet lone = new BitSet();

  private final Map<String, Integer> bySet = new TreeMap<>();

  private MigrationTexts() {}

  static MigrationTexts of(Corpus corpus, Feedback feedback, Reader reader) {
    MigrationTexts texts = new MigrationTexts();
    texts.gather(corpus, feedback, reader);
    return texts;
  }

  private void gather(Corpus corpus, Feedback feedback, Reader reader) {
    List<String> labelled = new ArrayList<>(REAL);
    labelled.addAll(corpus.names(WrittenExamples.PREFIX));
    for (String name : labelled) {
      for (LabelledText text : corpus.set(name)) {
        if (!feedback.covers(text)) {
          rated.set(set.size(), text.stance() != null);
          add(name, text, reader.read(text.text()), reader);
        }
      }
    }
    for (ReviewedText reviewed : feedback.texts()) {
      LabelledText text = reviewed.text();
      rated.set(set.size(), reviewed.rated());
      lone.set(set.size(), !reviewed.isAssured());
      add(Feedback.SET, text, reader.read(text.text()), reader);
    }
    NOT_ABOUT_GROUPS.forEach(
        (name, most) -> gatherNotRelevant(name, most, corpus, feedback, reader));
  }

  private void gatherNotRelevant(
      String name, int most, Corpus corpus, Feedback feedback, Reader reader) {
    List<LabelledText> all = EVERYDAY.contains(name) ? corpus.set(name) : corpus.set(name, most);
    for (int i = 0; i < all.size(); i++) {
      LabelledText text = all.get(i);
      Reading reading = reader.read(text.text());
      boolean wanted = i < most || reading.hinted();
      if (wanted && !reading.mentioned() && !feedback.covers(text)) {
        add(name, text, reading, reader);
      }
    }
  }

  private void add(String name, LabelledText text, Reading reading, Reader reader) {
    Reading title =
        text.kind() == TextKind.ARTICLE && text.title() != null ? reader.read(text.title()) : null;
    hinted.set(set.size(), reading.hinted() || title != null && title.hinted());
    set.add(text, title == null ? reading.focus(reading.words()) : reading.focus(title));
    bySet.merge(name, 1, Integer::sum);
  }

  int size() {
    return set.size();
  }

  LabelledText text(int number) {
    return set.text(number);
  }

  List<SparseVector> vectors() {
    return set.vectors();
  }

  /** How many texts each set gave. */
  Map<String, Integer> bySet() {
    return bySet;
  }

  /** Whether a term in it hints at a group, without which no text is called relevant. */
  boolean isHinted(int text) {
    return hinted.get(text);
  }

  /** Whether its intensity is known. */
  boolean isRated(int text) {
    return rated.get(text);
  }

  /** Whether it is a text from life. */
  boolean isReal(int text) {
    String name = set.text(text).set();
    return REAL.contains(name) || name.equals(Feedback.SET);
  }

  /** How many written examples it counts for. */
  int weight(int text) {
    if (lone.get(text)) {
      return WEIGHT_OF_ONE_VOICE;
    }
    return isReal(text) ? WEIGHT_OF_REAL : 1;
  }

  /** A stance tells that a text is relevant; feedback may know no more than that it is. */
  boolean isRelevant(int text) {
    return set.text(text).stance() != null || Boolean.TRUE.equals(set.text(text).relevant());
  }
}

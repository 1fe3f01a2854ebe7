// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.linear.FeatureHasher;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.normal.NormalText;

/**
 * A text as it was read.
 *
 * @param text the normalised text
 * @param sentences its sentences, in order; empty for a text of spaces only
 * @param naming how surely the text names a group: a long text does so for certain or not at all,
 *     since among so many words some weak term always stands
 * @param quotations what stands between quotation marks
 */
public record Reading(
    NormalText text,
    List<Sentence> sentences,
    Naming naming,
    Quotations quotations,
    FeatureHasher hasher) {
  /** Below this many characters the whole text is in focus. */
  static final int SHORT = 600;

  /** Whether the text names a group for certain. */
  public boolean mentioned() {
    return naming == Naming.CERTAIN;
  }

  /** Whether any term hints at a group, so that the text is worth judging. */
  public boolean hinted() {
    return naming != Naming.NONE;
  }

  /** The features of the words of the whole text. */
  public SparseVector words() {
    List<int[]> slices = new ArrayList<>();
    for (Sentence sentence : sentences) {
      slices.add(new int[] {sentence.wordsFrom(), sentence.wordsTo()});
    }
    return hasher.vector(slices);
  }

  /** The features of one sentence's words, marks left out. */
  public SparseVector words(Sentence sentence) {
    return hasher.vector(List.of(new int[] {sentence.wordsFrom(), sentence.wordsTo()}));
  }

  /** The features of one sentence's words and marks. */
  public SparseVector features(Sentence sentence) {
    return hasher.vector(List.of(new int[] {sentence.wordsFrom(), sentence.marksTo()}));
  }

  /**
   * The features of what the text says about groups: all of a short text; of a long one the
   * sentences with a mention and their neighbours, or its beginning where there is none.
   *
   * @param words the features of the whole text's words, which most short texts have nothing beside
   */
  public SparseVector focus(SparseVector words) {
    boolean marked =
        sentences.stream().anyMatch(sentence -> sentence.marksTo() > sentence.wordsTo());
    return text.length() <= SHORT && !marked ? words : hasher.vector(focusSlices());
  }

  /** The same for an article with its title, which is always in focus. */
  public SparseVector focus(Reading title) {
    return FeatureHasher.joined(title.hasher, title.focusSlices(), hasher, focusSlices());
  }

  private List<int[]> focusSlices() {
    List<int[]> slices = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean near =
          mentioned(i) || i > 0 && mentioned(i - 1) || i + 1 < sentences.size() && mentioned(i + 1);
      if (text.length() <= SHORT || near || !mentioned() && sentence.start() < SHORT) {
        slices.add(new int[] {sentence.wordsFrom(), sentence.marksTo()});
      }
    }
    return slices;
  }

  private boolean mentioned(int sentence) {
    return !sentences.get(sentence).mentions().isEmpty();
  }
}

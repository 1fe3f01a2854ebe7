// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.normal.NormalText;

/** Names the language of a sentence: by script first, then by a linear model of its n-grams. */
public final class LanguageIdentifier {
  /** Head of Latin-script text in a language that is none of ours. */
  public static final String OTHER_LATIN = "other-Latn";

  /** Every head, in the order of the model: the Arabic-script ones first. */
  public static final List<String> HEADS =
      List.of("ary-Arab", "arb", "other-ar", "ary-Latn", "fr", "es", "en", OTHER_LATIN);

  /** What another Arabic must be ahead by: the texts are Moroccan unless they plainly are not. */
  private static final double HANDICAP = 0.5;

  private static final int FIRST_LATIN = 3;

  private final LinearModel arabic;
  private final LinearModel latin;

  /** In the order of the heads; null for {@link #OTHER_LATIN}, which is none of ours. */
  private final @Nullable Language[] languages = new Language[HEADS.size()];

  public LanguageIdentifier(LinearModel model) {
    if (!model.heads().equals(HEADS)) {
      throw new IllegalArgumentException("the model has heads " + model.heads() + ", not " + HEADS);
    }
    // Only the heads of a sentence's script are asked: the others could not win.
    arabic = model.only(HEADS.subList(0, FIRST_LATIN));
    latin = model.only(HEADS.subList(FIRST_LATIN, HEADS.size()));
    for (Language language : Language.values()) {
      int head = HEADS.indexOf(language.code());
      if (head >= 0) {
        languages[head] = language;
      }
    }
  }

  /**
   * The language of text[start, end).
   *
   * @param words the features of its words
   */
  public Language identify(NormalText text, int start, int end, SparseVector words) {
    Script script = Script.of(text, start, end);
    if (script == Script.TIFINAGH) {
      return Language.TAMAZIGHT;
    }
    if (script != Script.ARABIC && script != Script.LATIN) {
      return Language.UNDETERMINED;
    }
    int first = script == Script.ARABIC ? 0 : FIRST_LATIN;
    double[] scores = (script == Script.ARABIC ? arabic : latin).scores(words);
    Language best = Language.UNDETERMINED;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      Language language = languages[first + i];
      double score = scores[i] - (language == Language.OTHER_ARABIC ? HANDICAP : 0);
      if (score > highest) {
        highest = score;
        best = language == null ? Language.UNDETERMINED : language;
      }
    }
    return best;
  }
}

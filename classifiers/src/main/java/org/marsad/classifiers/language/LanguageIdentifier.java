// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.normal.NormalText;

/** Names the language of a sentence: by script first, then by a linear model of its n-grams. */
public final class LanguageIdentifier {
  /** Head of Latin-script text in a language that is none of ours. */
  public static final String OTHER_LATIN = "other-Latn";

  /** Every head, in the order of the model. */
  public static final List<String> HEADS =
      List.of("ary-Arab", "arb", "other-ar", "ary-Latn", "fr", "es", "en", OTHER_LATIN);

  /** What another Arabic must be ahead by: the texts are Moroccan unless they plainly are not. */
  private static final double HANDICAP = 0.5;

  private final LinearModel model;
  private final Map<Language, Integer> heads = new EnumMap<>(Language.class);
  private final int otherLatin;

  public LanguageIdentifier(LinearModel model) {
    this.model = model;
    for (Language language : Language.values()) {
      if (model.heads().contains(language.code())) {
        heads.put(language, model.head(language.code()));
      }
    }
    otherLatin = model.head(OTHER_LATIN);
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
    double[] scores = model.scores(words);
    Language best = Language.UNDETERMINED;
    double highest = script == Script.LATIN ? scores[otherLatin] : Double.NEGATIVE_INFINITY;
    for (Map.Entry<Language, Integer> head : heads.entrySet()) {
      Language language = head.getKey();
      double score = scores[head.getValue()] - (language == Language.OTHER_ARABIC ? HANDICAP : 0);
      if (language.script() == script && score > highest) {
        highest = score;
        best = language;
      }
    }
    return best;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.normal.NormalText;

/**
 * Names the language of a sentence: by script first, then by a linear model of its n-grams. Text
 * without words and languages that are none of ours are {@link Language#UNDETERMINED}.
 */
public final class LanguageIdentifier {
  /** Head of Arabic-script text in a language that is no Arabic, such as Persian or Urdu. */
  public static final String FOREIGN_ARABIC = "other-Arab";

  /** Head of Latin-script text in a language that is none of ours. */
  public static final String FOREIGN_LATIN = "other-Latn";

  /** Every head, in the order of the model: the Arabic-script ones first. */
  public static final List<String> HEADS =
      List.of(
          "ary-Arab",
          "arb",
          "other-ar",
          FOREIGN_ARABIC,
          "ary-Latn",
          "fr",
          "es",
          "en",
          FOREIGN_LATIN);

  /** What another Arabic must be ahead by: the texts are Moroccan unless they plainly are not. */
  private static final double HANDICAP = 0.5;

  /**
   * What a word that only one dialect writes adds to its score, up to {@link #MOST_WORDS}. Words of
   * standard Arabic add nothing: in held-out tweets they did not help.
   */
  private static final double DIALECT_WORD = 1.5;

  private static final int MOST_WORDS = 3;

  private static final int FIRST_LATIN = 4;

  private final DialectWords dialects = DialectWords.bundled();
  private final LinearModel arabic;
  private final LinearModel latin;

  /** In the order of the heads; null for the foreign ones. */
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
    return find(text, start, end, words).language();
  }

  /**
   * The language of text[start, end), and how sure that is.
   *
   * @param words the features of its words
   */
  public Finding find(NormalText text, int start, int end, SparseVector words) {
    Wording wording = Wording.of(text, start, end);
    Script script = wording.script();
    if (script != Script.ARABIC && script != Script.LATIN) {
      Language language = script == Script.TIFINAGH ? Language.TAMAZIGHT : Language.UNDETERMINED;
      return new Finding(language, wording.words(), script, Double.POSITIVE_INFINITY);
    }
    int first = script == Script.ARABIC ? 0 : FIRST_LATIN;
    double[] scores = (script == Script.ARABIC ? arabic : latin).scores(words);
    if (script == Script.ARABIC) {
      addDialectWords(scores, text, start, end);
    }
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      double score = scores[i] - (languages[first + i] == Language.OTHER_ARABIC ? HANDICAP : 0);
      if (score > highest) {
        next = highest;
        highest = score;
        best = first + i;
      } else {
        next = Math.max(next, score);
      }
    }
    Language language = languages[best];
    return new Finding(
        language == null ? Language.UNDETERMINED : language,
        wording.words(),
        script,
        highest - next);
  }

  private void addDialectWords(double[] scores, NormalText text, int start, int end) {
    Map<Language, Integer> counts = dialects.count(text, start, end);
    for (Language dialect : List.of(Language.DARIJA_ARABIC, Language.OTHER_ARABIC)) {
      scores[HEADS.indexOf(dialect.code())] +=
          DIALECT_WORD * Math.min(MOST_WORDS, counts.getOrDefault(dialect, 0));
    }
  }
}

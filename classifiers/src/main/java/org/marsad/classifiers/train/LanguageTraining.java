// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.reading.Reader;

/** Learns to tell languages apart from the sets whose language is known. */
final class LanguageTraining {
  private static final int BITS = 18;
  private static final int MOST_OF_A_SET = 1500;

  /** The one set whose texts are labelled standard or dialectal one by one. */
  private static final int MOST_OF_THE_BEST = 9000;

  /** Sets of one language; those that mix Latin and Arabic script are told apart below. */
  private static final Map<String, String> SETS =
      Map.ofEntries(
          Map.entry("omcd-train", "ary-Arab"),
          Map.entry("t-hsab", "other-ar"),
          Map.entry("l-hsab", "other-ar"),
          Map.entry("saudi-sb", "other-ar"),
          Map.entry("osact4", "other-ar"),
          Map.entry("febrayer-articles", "arb"),
          Map.entry("mlma-fr", "fr"),
          Map.entry("ftr", "fr"),
          Map.entry("french-superset", "fr"),
          Map.entry("detoxis", "es"),
          Map.entry("mlma-en", "en"),
          Map.entry("dynhate-en", "en"),
          Map.entry("written-fr", "fr"),
          Map.entry("written-es", "es"),
          Map.entry("written-en", "en"),
          Map.entry("written-arb", "arb"),
          Map.entry("written-ary-arab", "ary-Arab"),
          Map.entry("written-ary-latn", "ary-Latn"));

  private LanguageTraining() {}

  static LinearModel train(Corpus corpus) throws IOException {
    TrainingSet set = new TrainingSet();
    List<String> labels = new ArrayList<>();
    for (String name : corpus.names("")) {
      int most = name.equals("mac-tweets") ? MOST_OF_THE_BEST : MOST_OF_A_SET;
      for (LabelledText text : corpus.set(name, most)) {
        String label = label(name, text);
        if (label != null) {
          set.add(text, Reader.words(text.text()));
          labels.add(label);
        }
      }
    }
    for (String sentence : ForeignSentences.read()) {
      LabelledText text = ForeignSentences.labelled(sentence);
      set.add(text, Reader.words(sentence));
      labels.add(LanguageIdentifier.OTHER_LATIN);
    }
    Learner learner = new Learner(BITS, set.vectors());
    for (String head : LanguageIdentifier.HEADS) {
      Examples examples = new Examples();
      for (int i = 0; i < set.size(); i++) {
        examples.add(i, labels.get(i).equals(head), i);
      }
      learner.learn(head, examples, Method.REGRESSION);
    }
    return learner.model();
  }

  private static @Nullable String label(String set, LabelledText text) {
    if (set.equals("mac-tweets")) {
      return "standard".equals(text.language()) ? "arb" : "ary-Arab";
    }
    if (set.equals("afrisenti-ma") || set.equals("mdoldd")) {
      boolean arabic = text.text().codePoints().anyMatch(c -> c >= 0x0621 && c <= 0x064A);
      if (!arabic && set.equals("mdoldd")) {
        return null;
      }
      return arabic ? "ary-Arab" : "ary-Latn";
    }
    return SETS.get(set);
  }
}

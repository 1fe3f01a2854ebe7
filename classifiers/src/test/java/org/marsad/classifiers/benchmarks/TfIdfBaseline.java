// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What most people would use instead: TF-IDF as scikit-learn's {@code TfidfVectorizer} computes it
 * (characters 2-5, words 1-2, a dictionary, sublinear TF, smoothed IDF, length 1) and one linear
 * decision over it. Its weights are random: only its speed and its size matter here. It finds
 * neither language nor mentions nor evidence, and has one head where the classifiers have thirty.
 *
 * <p>Not thread-safe.
 */
final class TfIdfBaseline {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD =
      Pattern.compile("\\b\\w\\w+\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final double[] idf;
  private final double[] weights;
  private final int[] counts;

  /** Learns the dictionary and the IDF of some texts. */
  TfIdfBaseline(List<String> texts) {
    List<Integer> documents = new ArrayList<>();
    for (String text : texts) {
      Set<String> grams = new HashSet<>();
      forEachGram(text, grams::add);
      for (String gram : grams) {
        int at = vocabulary.computeIfAbsent(gram, unseen -> vocabulary.size());
        if (at == documents.size()) {
          documents.add(0);
        }
        documents.set(at, documents.get(at) + 1);
      }
    }
    idf = new double[vocabulary.size()];
    weights = new double[vocabulary.size()];
    counts = new int[vocabulary.size()];
    Random random = new Random(1);
    for (int i = 0; i < idf.length; i++) {
      idf[i] = 1 + Math.log((1.0 + texts.size()) / (1 + documents.get(i)));
      weights[i] = random.nextGaussian();
    }
  }

  /** Number of n-grams in the dictionary. */
  int size() {
    return vocabulary.size();
  }

  /** The decision value of a text. */
  double score(String text) {
    List<Integer> present = new ArrayList<>();
    forEachGram(
        text,
        gram -> {
          Integer at = vocabulary.get(gram);
          if (at != null && counts[at]++ == 0) {
            present.add(at);
          }
        });
    double squares = 0;
    double sum = 0;
    for (int at : present) {
      double value = (1 + Math.log(counts[at])) * idf[at];
      squares += value * value;
      sum += value * weights[at];
      counts[at] = 0;
    }
    return squares == 0 ? 0 : sum / Math.sqrt(squares);
  }

  private static void forEachGram(String text, Consumer<String> action) {
    String lower = SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    for (int length = 2; length <= 5; length++) {
      for (int i = 0; i + length <= lower.length(); i++) {
        action.accept(lower.substring(i, i + length));
      }
    }
    String previous = null;
    for (Matcher word = WORD.matcher(lower); word.find(); ) {
      action.accept("w " + word.group());
      if (previous != null) {
        action.accept("w " + previous + " " + word.group());
      }
      previous = word.group();
    }
  }
}

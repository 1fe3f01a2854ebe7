// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.corenlp;

import edu.stanford.nlp.international.arabic.process.ArabicSegmenter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Splits an Arabic word into its clitics and its stem with CoreNLP's segmenter (Monroe, Green and
 * Manning 2014), trained on standard and Egyptian Arabic.
 *
 * <p>The model takes seconds to load and some 150 MB: it loads when the first word is asked for.
 * Answers are remembered, since the same few words come back. Thread-safe, one word at a time.
 */
public final class ArabicClitics {
  private static final String MODEL =
      "edu/stanford/nlp/models/segmenter/arabic/arabic-segmenter-atb+bn+arztrain.ser.gz";
  private static final int REMEMBERED = 4096;
  private static final int LONGEST_WORD = 30;

  private final Map<String, List<String>> remembered =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private @Nullable ArabicSegmenter segmenter;

  /** The parts of a word, in order; a word of more than 30 letters is left whole. */
  public synchronized List<String> parts(String word) {
    if (word.length() > LONGEST_WORD) {
      return List.of(word);
    }
    return remembered.computeIfAbsent(
        word, asked -> List.of(loaded().segmentString(asked).strip().split("\\s+")));
  }

  private ArabicSegmenter loaded() {
    ArabicSegmenter known = segmenter;
    if (known == null) {
      known = new ArabicSegmenter(new Properties());
      known.loadSegmenter(MODEL);
      segmenter = known;
    }
    return known;
  }
}

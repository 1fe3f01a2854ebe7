// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marsad.classifiers.TextKind;

/** Sentences written for the languages that no labelled set covers well. */
final class OwnSentences {
  private OwnSentences() {}

  /** In languages that are not ours, so that those are not mistaken for ours. */
  static List<LabelledText> foreign() throws IOException {
    return read("foreign");
  }

  /** In the Arabic spoken outside Morocco. */
  static List<LabelledText> dialects() throws IOException {
    return read("dialect");
  }

  private static List<LabelledText> read(String set) throws IOException {
    String file = set + "-sentences.txt";
    try (InputStream in = OwnSentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("Bundled " + file + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> labelled(set, line))
          .toList();
    }
  }

  private static LabelledText labelled(String set, String sentence) {
    return new LabelledText(
        set,
        sentence,
        null,
        TextKind.COMMENT,
        null,
        null,
        null,
        null,
        0,
        List.of(),
        List.of(),
        null,
        null);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marsad.classifiers.TextKind;

/** Own sentences in Latin-script languages that are not ours, so that those are not mistaken. */
final class ForeignSentences {
  private ForeignSentences() {}

  static List<String> read() throws IOException {
    try (InputStream in = ForeignSentences.class.getResourceAsStream("foreign-sentences.txt")) {
      if (in == null) {
        throw new IOException("Bundled foreign sentences are missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
  }

  static LabelledText labelled(String sentence) {
    return new LabelledText(
        "foreign",
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

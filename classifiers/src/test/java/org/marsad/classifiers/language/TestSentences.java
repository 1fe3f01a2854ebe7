// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Own sentences that no model is trained on. */
public final class TestSentences {
  private static final String FILE = "/org/marsad/classifiers/suites-language/sentences.tsv";

  private TestSentences() {}

  /**
   * A text.
   *
   * @param codes the languages of its sentences, in order
   */
  public record Row(List<String> codes, String text) {
    public boolean switches() {
      return codes.size() > 1;
    }
  }

  public static List<Row> read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TestSentences.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(parts -> new Row(List.of(parts[0].split(" ")), parts[1]))
          .toList();
    }
  }
}

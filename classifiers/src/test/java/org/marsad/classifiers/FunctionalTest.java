// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.judge.Classifiers;

/** The gates of the codebook on own sentences, class by class. */
class FunctionalTest {
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @Test
  void namingAGroupNeutrallyOrKindlyIsNotHostility() throws IOException {
    List<String> failed = failing("neutral", Stance.HOSTILE, false);
    failed.addAll(failing("positive", Stance.HOSTILE, false));
    assertThat(failed).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void quotingReportingOrCondemningHostilityIsNotHostility() throws IOException {
    List<String> failed = failing("counter", Stance.HOSTILE, false);
    failed.addAll(failing("report", Stance.HOSTILE, false));
    assertThat(failed).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void hostilityIsFound() throws IOException {
    assertThat(failing("hostile", Stance.HOSTILE, true)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void luresAreNotRelevant() throws IOException {
    List<String> relevant = new ArrayList<>();
    for (String sentence : sentences("lure")) {
      if (assess(sentence).relevant()) {
        relevant.add(sentence);
      }
    }
    assertThat(relevant).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whoeverIsNamedIsRelevant() throws IOException {
    List<String> missed = new ArrayList<>();
    for (String type : List.of("neutral", "positive", "counter", "report", "hostile")) {
      for (String sentence : sentences(type)) {
        if (!assess(sentence).relevant()) {
          missed.add(sentence);
        }
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(2);
  }

  private static List<String> failing(String type, Stance stance, boolean expected)
      throws IOException {
    List<String> failed = new ArrayList<>();
    for (String sentence : sentences(type)) {
      if ((assess(sentence).stance() == stance) != expected) {
        failed.add(sentence);
      }
    }
    return failed;
  }

  private static Assessment assess(String sentence) {
    return ASSESSOR.assess(new Submission(sentence, null, TextKind.COMMENT));
  }

  private static List<String> sentences(String type) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FunctionalTest.class.getResourceAsStream("functional.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith(type + "\t"))
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .toList();
    }
  }
}

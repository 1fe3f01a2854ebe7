// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.List;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.bundle.Bundled;

/** Sentences written for the languages that no labelled set covers well. */
final class OwnSentences {
  private OwnSentences() {}

  /** In languages that are not ours, so that those are not mistaken for ours. */
  static List<LabelledText> foreign() {
    return read("foreign");
  }

  /** In the Arabic spoken outside Morocco. */
  static List<LabelledText> dialects() {
    return read("dialect");
  }

  private static List<LabelledText> read(String set) {
    return Bundled.lines(OwnSentences.class, set + "-sentences.txt").stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> labelled(set, line))
        .toList();
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

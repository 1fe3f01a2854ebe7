// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The examples that were written for this project by the codebook; they travel with it. */
final class WrittenExamples {
  static final String PREFIX = "written-";

  private static final List<String> LANGUAGES =
      List.of("arb", "ary-arab", "ary-latn", "en", "es", "fr");

  private WrittenExamples() {}

  /** The examples by set, one set a language. */
  static SortedMap<String, List<LabelledText>> read() throws IOException {
    SortedMap<String, List<LabelledText>> sets = new TreeMap<>();
    for (String language : LANGUAGES) {
      String set = PREFIX + language;
      sets.put(set, LabelledFile.bundled("written/" + language, set));
    }
    return sets;
  }
}

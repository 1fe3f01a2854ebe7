// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.marsad.classifiers.AnyText;
import org.marsad.classifiers.Spans;

class NormaliserPropertyTest {
  @Test
  void everyCharacterKnowsItsSpanInTheOriginal() {
    AnyText.forEach(
        1,
        4000,
        text -> {
          NormalText normal = Normaliser.normalise(text);
          int start = 0;
          int end = 0;
          for (int i = 0; i < normal.length(); i++) {
            Spans.check(normal.originalStart(i), normal.originalEnd(i + 1), text);
            assertThat(normal.originalStart(i)).isGreaterThanOrEqualTo(start);
            assertThat(normal.originalEnd(i + 1)).isGreaterThanOrEqualTo(end);
            start = normal.originalStart(i);
            end = normal.originalEnd(i + 1);
          }
        });
  }

  @Test
  void neitherControlsNorMarksNorTwoSpacesAreLeft() {
    AnyText.forEach(
        2,
        4000,
        text -> {
          String normal = Normaliser.normalise(text).toString();
          assertThat(normal).doesNotContain("  ", " \n", "\n ", "\n\n", "_");
          assertThat(normal.codePoints().filter(c -> c != '\n'))
              .noneMatch(c -> Character.getType(c) == Character.CONTROL)
              .noneMatch(c -> Character.getType(c) == Character.FORMAT)
              .noneMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
        });
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.classifiers.judge.Classifiers;

/**
 * Texts of five megabytes in the shapes that make careless programs quadratic. A second or two is
 * enough for each; the limit leaves room for a busy machine and none for quadratic time, which
 * would take hours. Memory is bounded by the heap of the tests.
 */
class LargeTextTest {
  private static final int SIZE = 5_000_000;
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @ParameterizedTest
  @MethodSource("shapes")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isAnsweredInLinearTime(String shape) {
    // Named at the very end, a group brings the whole text past the gate.
    String text = shape.repeat(SIZE / shape.length()) + " kill all migrants";
    Assessment assessment = ASSESSOR.assess(new Submission(text, null, TextKind.ARTICLE));
    AssessorPropertyTest.check(assessment, text);
  }

  static Stream<String> shapes() {
    return Stream.of(
        "a",
        "م",
        "ab",
        "مهاجر",
        "كحلوش ",
        "3azzi",
        "m1grants ",
        "1234567890",
        "1o",
        " ",
        "\n",
        "\u0000",
        "\u064E",
        "\"",
        "(",
        "[{<",
        "*a",
        "a.",
        "_",
        "😂",
        "\uD800",
        "les migrants dehors! ",
        "بمهاجريها ",
        "Une phrase courte. ",
        String.join(
            " ",
            List.of(
                "Le ministère a annoncé hier un nouveau programme pour les écoles rurales.",
                "أعلنت الوزارة عن برنامج جديد لدعم التعليم في المناطق القروية.",
                "Des migrants subsahariens attendent devant la gare de Tanger, dit-on.\n")));
  }
}

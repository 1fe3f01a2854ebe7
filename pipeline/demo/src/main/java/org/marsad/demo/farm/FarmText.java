// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Made text that means nothing, but looks like an article to whoever counts its words. */
final class FarmText {
  private static final List<String> WORDS =
      List.of(
          "la",
          "ville",
          "port",
          "marché",
          "conseil",
          "route",
          "école",
          "rapport",
          "pluie",
          "quartier",
          "projet",
          "région",
          "semaine",
          "budget",
          "public",
          "travaux",
          "réunion",
          "dans",
          "avec",
          "pour",
          "selon",
          "après",
          "avant",
          "une",
          "des",
          "les",
          "du",
          "nouveau",
          "المدينة",
          "السوق",
          "الميناء",
          "المجلس",
          "الطريق",
          "المدرسة",
          "التقرير",
          "الأمطار",
          "المشروع",
          "الجهة",
          "الأسبوع",
          "الميزانية",
          "في",
          "على",
          "من",
          "إلى",
          "بعد",
          "قبل");

  private static final int PARAGRAPHS = 4;
  private static final int WORDS_IN_PARAGRAPH = 45;

  private final Random random;

  FarmText(long seed) {
    this.random = new Random(seed);
  }

  String title() {
    return sentence(8);
  }

  List<String> paragraphs() {
    return Stream.generate(() -> sentence(WORDS_IN_PARAGRAPH)).limit(PARAGRAPHS).toList();
  }

  private String sentence(int words) {
    return Stream.generate(this::word).limit(words).collect(Collectors.joining(" ", "", "."));
  }

  private String word() {
    // Numbers keep any two texts apart, however many there are.
    return random.nextInt(12) == 0
        ? String.valueOf(random.nextInt(100_000))
        : WORDS.get(random.nextInt(WORDS.size()));
  }
}

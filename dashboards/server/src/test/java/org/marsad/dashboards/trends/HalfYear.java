// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;
import org.marsad.dashboards.samples.SampleAssessments;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.index.BulkWriter;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/**
 * Twenty articles a week about each of two cities. In Casablanca 2 of them are called hostile, in
 * Tangier 4, and 16 in one week, in which one outlet spreads a rumour.
 */
final class HalfYear {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  static final LocalDate LAST = LocalDate.of(2026, 7, 5);
  static final LocalDate RUMOUR = LocalDate.of(2026, 4, 6);
  static final String RANGE = "from=" + FIRST + "&to=" + LAST;
  static final String CHANGE =
      "beforeFrom=2026-03-09&beforeTo=2026-04-05&afterFrom=2026-04-06&afterTo=2026-04-12";
  private static final int ARTICLES = 20;

  /** Words whose order differs from text to text, since equal passages count as one. */
  private static final List<String> WORDS =
      List.of(
          "commune", "gare", "marché", "école", "voisins", "maire", "bus", "café", "parc", "port",
          "rue", "place", "soir");

  private HalfYear() {}

  static void fill(IndexConnection connection) {
    List<IndexEntry> entries = new ArrayList<>();
    for (LocalDate week = FIRST; week.isBefore(LAST); week = week.plusWeeks(1)) {
      for (int n = 0; n < ARTICLES; n++) {
        entries.add(IndexEntry.of(article("casablanca", week, n, n < 2, false)));
        boolean isRumour = week.equals(RUMOUR) && n >= 4 && n < 16;
        entries.add(IndexEntry.of(article("tangier", week, n, n < 4 || isRumour, isRumour)));
      }
    }
    assertThat(new BulkWriter(connection).write(entries))
        .noneMatch(outcome -> outcome.reason() != null);
    connection.refresh();
  }

  private static Document article(
      String place, LocalDate week, int n, boolean isHostile, boolean isRumour) {
    Instant at = week.plusDays(n % 7).atTime(12, 0).toInstant(ZoneOffset.UTC);
    String text =
        isRumour
            ? "Rumeur sur les migrants : " + words(n)
            : "Les migrants et la commune, compte rendu " + n + " de la semaine " + week;
    return SampleDocuments.document(
        place + "-" + week + "-" + n,
        isRumour || n % 2 == 0 ? "outlet-b" : "outlet-a",
        DocumentKind.ARTICLE,
        "Quartier",
        text,
        at,
        at(
            place,
            SampleAssessments.assessment(
                "fr",
                isHostile ? Stance.HOSTILE : Stance.NEUTRAL,
                isHostile ? 2 : 0,
                List.of(),
                List.of())));
  }

  private static String words(int n) {
    return IntStream.range(0, 9)
        .mapToObj(at -> WORDS.get((n * (at + 1) + at * at) % WORDS.size()))
        .collect(Collectors.joining(" "));
  }

  private static Assessment at(String place, Assessment judged) {
    return new Assessment(
        judged.classified(),
        judged.language(),
        judged.languages(),
        judged.relevant(),
        judged.relevance(),
        judged.stance(),
        judged.hostility(),
        judged.offensive(),
        judged.intensity(),
        judged.targets(),
        judged.frames(),
        judged.themes(),
        List.of(place),
        judged.mentions(),
        judged.evidence(),
        judged.model(),
        judged.flags(),
        judged.reason());
  }
}

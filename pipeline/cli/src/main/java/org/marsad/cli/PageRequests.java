// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.index.benchmark.ManyDocuments;

/**
 * What people ask the dashboard for, by chance: words, days and filters change from request to
 * request, so that no cache answers for the index.
 */
final class PageRequests {
  /** The kinds of requests, in the order of the table. */
  static final List<String> KINDS =
      List.of("trend", "corrected", "search", "document", "counts", "places", "stories");

  private static final List<String> WORDS =
      List.of(
          "مهاجرين",
          "migrants",
          "\"الهجرة غير النظامية\"",
          "travail",
          "school | école",
          "حي -مدرسة",
          "frontera",
          "البحر");

  private final URI dashboard;
  private final LocalDate last;
  private final int days;
  private final int documents;

  /**
   * @param last the last day of which there are documents
   * @param days how many there are
   * @param documents how many of {@link ManyDocuments}
   */
  PageRequests(URI dashboard, LocalDate last, int days, int documents) {
    this.dashboard = dashboard;
    this.last = last;
    this.days = days;
    this.documents = documents;
  }

  /**
   * @param kind one of {@link #KINDS}
   */
  URI make(String kind, Random random) {
    return dashboard.resolve(
        switch (kind) {
          case "trend" -> "/api/trend?" + range(random) + filter(random);
          case "corrected" -> "/api/trends?interval=week&" + range(random) + filter(random);
          case "search" -> "/api/search?q=" + word(random) + "&" + range(random);
          case "document" -> "/api/documents/made-" + random.nextInt(documents);
          case "counts" -> "/api/facets?" + range(random) + filter(random);
          case "places" -> "/api/places?" + range(random) + filter(random);
          case "stories" -> "/api/stories?" + range(random);
          default -> throw new IllegalArgumentException(kind);
        });
  }

  private String range(Random random) {
    LocalDate to = last.minusDays(random.nextInt(days / 4));
    LocalDate from = to.minusDays(days / 2 + random.nextInt(days / 4));
    return "from=" + from + "&to=" + to;
  }

  private static String filter(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "&stance=" + Stance.values()[random.nextInt(Stance.values().length)];
      case 1 -> "&target=" + Target.values()[random.nextInt(Target.values().length)];
      case 2 -> "&source=outlet-" + random.nextInt(ManyDocuments.SOURCES);
      default -> "";
    };
  }

  private static String word(Random random) {
    return URLEncoder.encode(WORDS.get(random.nextInt(WORDS.size())), StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;
import org.marsad.model.Rejection;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;

class DocumentQueriesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    BulkWriter writer = new BulkWriter(INDEX.connection());
    writer.write(
        Stream.of(
                article(
                    "fr",
                    "Les migrants arrivaient à Tanger",
                    at("2026-01-10T12:00:00Z"),
                    assessment("fr", Stance.REPORT_ON_HOSTILITY, 0.2)),
                article(
                    "ar",
                    "وصل المهاجرون إلى مدينة الدار البيضاء سنة ٢٠٢٥",
                    at("2026-01-10T23:30:00Z"),
                    assessment("arb", Stance.HOSTILE, 0.9)),
                article(
                    "folded",
                    "أخبارُ المـهاجرين فِي آسفي ومصطفى وأسفي",
                    at("2026-01-12T12:00:00Z"),
                    assessment("ary-Arab", Stance.SUPPORTIVE, 0.1)),
                article(
                    "es",
                    "Los inmigrantes llegaron a Ceuta",
                    at("2026-01-13T12:00:00Z"),
                    assessment("es", Stance.NEUTRAL, 0.3)),
                article("en", "Houses were built for families", null, assessment("en", null, 0.05)),
                article(
                    "other", "Azul fellawen", at("2026-01-13T13:00:00Z"), Documents.unclassified()))
            .map(IndexEntry::of)
            .toList());
    writer.write(
        List.of(
            IndexEntry.of(
                article(
                    "fr",
                    "Les migrantes arrivaient à Tanger hier",
                    at("2026-01-10T12:00:00Z"),
                    assessment("fr", Stance.REPORT_ON_HOSTILITY, 0.2))),
            IndexEntry.of(new Rejection("a", Stage.READ, "malformed-json", "m", "f:1", CAPTURED)),
            IndexEntry.of(
                new Rejection(
                    "a", Stage.READ, "malformed-json", "m", "f:2", CAPTURED.plusSeconds(1))),
            IndexEntry.of(health())));
    INDEX.refresh();
  }

  @ParameterizedTest
  @CsvSource({
    // Folding: hamza and madda, tatweel and harakat, alef maksura, Arabic digits, accents, case.
    "اسفي, folded",
    "آسفي, folded",
    "أسفي, folded",
    "مصطفي, folded",
    "اخبار, folded",
    "المهاجرين, 'ar,folded'",
    "2025, ar",
    "٢٠٢٥, ar",
    "TANGER, fr",
    "'\"ARRIVAIENT a tanger\"', fr",
    // Stemming: Arabic, French, Spanish, English.
    "مهاجرون, 'ar,folded'",
    "migrante, fr",
    "migrant, fr",
    "inmigrante, es",
    "house family, en",
    // Operators.
    "ceuta | tanger, 'es,fr'",
    "migrantes -ceuta, fr",
    "inmig*, es",
  })
  void findsSpellingsAndForms(String text, String ids) {
    assertThat(found(text)).containsExactlyInAnyOrder(ids.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "((", "a AND OR", "-", "*", "\\", "~~2", "\uD83D", "field:x"})
  void answersWhateverIsTyped(String text) {
    assertThat(found(text)).isNotNull();
  }

  @Test
  void marksWhatMatched() {
    SearchPage.Hit hit = search(text("migrante"), Sort.BEST, 10, null).hits().get(0);
    assertThat(hit.textHighlights())
        .containsExactly("Les \uE000migrantes\uE001 arrivaient à Tanger hier");
    assertThat(hit.titleHighlight()).isNull();
    assertThat(search(text("title folded"), Sort.BEST, 10, null).hits().get(0).titleHighlight())
        .isEqualTo("\uE000Title\uE001 of \uE000folded\uE001");
  }

  @ParameterizedTest
  @CsvSource({
    "NEWEST, 'en,other,es,folded,ar,fr'",
    "OLDEST, 'fr,ar,folded,es,other,en'",
    "HOSTILITY, 'ar,es,fr,folded,en,other'",
    "BEST, 'en,other,es,folded,ar,fr'"
  })
  void sortsAndPages(Sort sort, String ids) {
    List<String> found = new ArrayList<>();
    List<String> after = null;
    do {
      SearchPage page = search(Filters.NONE, sort, 2, after);
      assertThat(page.total()).isEqualTo(6);
      page.hits().forEach(hit -> found.add(hit.document().document().id()));
      after = page.next();
    } while (after != null);
    assertThat(found).containsExactly(ids.split(","));
  }

  @Test
  void filters() {
    assertThat(found(filters(DAY, DAY, null))).containsExactlyInAnyOrder("fr");
    assertThat(found(filters(null, null, false))).containsExactly("en");
    assertThat(found(filters(null, null, true)))
        .containsExactlyInAnyOrder("fr", "ar", "folded", "es");
    assertThat(
            found(
                Filters.NONE.toBuilder()
                    .sources(List.of("outlet-a", "outlet-b"))
                    .languages(List.of("arb", "es"))
                    .stances(List.of("HOSTILE"))
                    .targets(List.of("MIGRANT_GENERIC"))
                    .kinds(List.of("ARTICLE"))
                    .frames(List.of("CRIME"))
                    .places(List.of("casablanca"))
                    .leastIntensity(2)
                    .build()))
        .containsExactly("ar");
    assertThat(found(filters(LocalDate.MIN, LocalDate.MAX, null))).hasSize(5).doesNotContain("en");
  }

  @Test
  void leavesUndatedDocumentsOutOfTheTrendAndCountsThem() {
    LocalDate captured = LocalDate.ofInstant(CAPTURED, Morocco.TIME);
    assertThat(queries.trend(new TrendRequest(filters(DAY, captured, null))))
        .last()
        .isEqualTo(trendDay(captured, 0, 0, 0, 0, 0, 0));
    assertThat(queries.undated(filters(DAY, DAY, null))).isEqualTo(told(1));
    assertThat(queries.undated(filters(null, null, true))).isEqualTo(Told.NOTHING);
    assertThat(found(Filters.NONE)).contains("en");
  }

  @Test
  void tellsWhatAnOverlongRangeHolds() {
    LocalDate from = LocalDate.of(1900, 1, 1);
    List<TrendDay> days =
        queries.trend(new TrendRequest(filters(from, LocalDate.of(2100, 1, 1), null)));

    assertThat(days).extracting(TrendDay::day).startsWith(DAY).endsWith(DAY.plusDays(3));
    assertThat(days).hasSize(4);
  }

  @Test
  void refusesPagesThatItNeverGaveOut() {
    assertThatThrownBy(() -> search(Filters.NONE, Sort.NEWEST, 2, List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsDaysOfMoroccoWithoutGaps() {
    // Published at 23:30 UTC, which is the next day in Casablanca.
    List<TrendDay> days = queries.trend(new TrendRequest(filters(DAY, DAY.plusDays(4), null)));
    assertThat(days)
        .containsExactly(
            trendDay(DAY, 1, 1, 0, 1, 0, 0),
            trendDay(DAY.plusDays(1), 1, 1, 1, 0, 0, 0),
            trendDay(DAY.plusDays(2), 1, 1, 0, 0, 1, 0),
            trendDay(DAY.plusDays(3), 2, 1, 0, 0, 0, 1),
            trendDay(DAY.plusDays(4), 0, 0, 0, 0, 0, 0));
    assertThat(queries.trend(new TrendRequest(filters(null, DAY.plusDays(4), null))))
        .isEqualTo(days);
  }

  @Test
  void showsADocumentAndItsFormerTexts() {
    StoredDocument document = queries.document("fr").orElseThrow();
    assertThat(document.version()).isEqualTo(2);
    assertThat(document.document())
        .isEqualTo(
            article(
                "fr",
                "Les migrantes arrivaient à Tanger hier",
                at("2026-01-10T12:00:00Z"),
                assessment("fr", Stance.REPORT_ON_HOSTILITY, 0.2)));
    assertThat(queries.history("fr"))
        .extracting(former -> former.document().text())
        .containsExactly("Les migrants arrivaient à Tanger");
    assertThat(queries.document("none")).isEmpty();
    assertThat(queries.history("none")).isEmpty();
  }

  @Test
  void storesNoFiguresOfUnsupportedLanguages() {
    assertThat(queries.document("other").orElseThrow().document().assessment())
        .isNotNull()
        .satisfies(
            assessment -> {
              assertThat(assessment.classified()).isFalse();
              assertThat(assessment.hostility()).isZero();
            });
  }

  @Test
  void summarises() {
    assertThat(queries.counts())
        .isEqualTo(
            new Counts(
                told(6),
                new StanceCounts(told(1), told(1), told(1), told(1), told(2)),
                told(1),
                1,
                2,
                at("2026-01-13T13:00:00Z"),
                CAPTURED));
    assertThat(queries.rejectionCounts())
        .containsExactly(new RejectionCount("READ", "malformed-json", 2));
    assertThat(queries.rejections(1)).extracting(Rejection::reference).containsExactly("f:2");
    assertThat(queries.sources()).containsExactly(health());
    Facets facets = queries.facets(Filters.NONE);
    assertThat(facets.sources()).containsExactly(Map.entry("outlet-a", told(6)));
    assertThat(facets.languages()).hasSize(6);
    assertThat(facets.stances()).hasSize(4);
    assertThat(facets.targets()).containsEntry("MIGRANT_GENERIC", told(4));
  }

  @Test
  void countsWhatWasCapturedByPeriodLanguageAndKind() {
    List<CoveragePeriod> days =
        queries.coverage(new CoverageRequest(DAY, DAY.plusDays(4), CoverageRequest.Interval.DAY));

    assertThat(days).extracting(CoveragePeriod::start).first().isEqualTo(DAY);
    // The text of 23:30 UTC belongs to the next day in Morocco.
    assertThat(days)
        .extracting(day -> day.documents().documents())
        .containsExactly(1L, 1L, 1L, 2L, 0L);
    assertThat(days).extracting(CoveragePeriod::sources).containsExactly(1L, 1L, 1L, 1L, 0L);
    assertThat(days.get(0).languages()).containsExactly(Map.entry("fr", told(1)));
    assertThat(days.get(3).languages()).hasSize(2).containsEntry("es", told(1));
    assertThat(days.get(3).kinds()).containsExactly(Map.entry("ARTICLE", told(2)));
    assertThat(
            queries.coverage(
                new CoverageRequest(DAY, DAY.plusDays(4), CoverageRequest.Interval.MONTH)))
        .containsExactly(
            new CoveragePeriod(
                DAY.withDayOfMonth(1),
                told(5),
                1,
                queriesByLanguage(days),
                Map.of("ARTICLE", told(5))));
  }

  private static Map<String, Told> queriesByLanguage(List<CoveragePeriod> days) {
    Map<String, Told> sum = new TreeMap<>();
    days.forEach(
        day -> day.languages().forEach((name, count) -> sum.merge(name, count, Told::plus)));
    return sum;
  }

  private static Told told(long documents) {
    return new Told(documents, false);
  }

  /** Captured as much as the total, which holds where nothing is filtered. */
  private static TrendDay trendDay(
      LocalDate day,
      long total,
      long relevant,
      long hostile,
      long reporting,
      long supportive,
      long other) {
    return new TrendDay(
        day,
        told(total),
        new StanceCounts(
            told(hostile), told(reporting), told(supportive), told(other), told(total - relevant)));
  }

  private List<String> found(String text) {
    return found(text(text));
  }

  private List<String> found(Filters filters) {
    return search(filters, Sort.BEST, 10, null).hits().stream()
        .map(hit -> hit.document().document().id())
        .toList();
  }

  private SearchPage search(Filters filters, Sort sort, int size, @Nullable List<String> after) {
    return queries.search(new SearchRequest(filters, sort, size, after));
  }

  private static Filters text(String text) {
    return Filters.NONE.toBuilder().text(text).build();
  }

  private static Filters filters(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Boolean relevant) {
    return Filters.NONE.toBuilder().relevant(relevant).build().between(from, to);
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  private static SourceHealth health() {
    return new SourceHealth(
        "feed-a",
        "outlet-a",
        "Outlet A",
        "https://outlet-a.example/feed",
        SourceState.OK,
        200,
        null,
        CAPTURED,
        CAPTURED,
        CAPTURED,
        CAPTURED.plusSeconds(600),
        7,
        0,
        new SourceActivity(
            "FEED",
            2.5,
            CAPTURED,
            CAPTURED,
            "Disallow: /feed",
            "2026-01-10",
            Map.of("200", 3, "none", 1),
            3,
            1,
            2));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.index.alerts.Alerts.rule;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.BucketCounts;
import org.marsad.alerts.incident.CountSource;
import org.marsad.alerts.incident.CountedRule;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;

class IndexedCountsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** Ramadan: clocks are put back an hour during the first of these days, forward in the second. */
  private static final LocalDate LONG_DAY = LocalDate.of(2026, 2, 15);

  private static final LocalDate SHORT_DAY = LocalDate.of(2026, 3, 22);

  private static final Filters HOSTILE =
      Filters.NONE.toBuilder().relevant(true).stances(List.of("HOSTILE")).build();

  private final CountSource counts = new AlertIndex(INDEX.connection()).counts();
  private final BulkWriter writer = new BulkWriter(INDEX.connection());
  private int written;

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void countsDaysOfMoroccoAlsoWhenTheyAreLongerOrShorter() {
    assertThat(Duration.between(midnight(LONG_DAY), midnight(LONG_DAY.plusDays(1))))
        .isEqualTo(Duration.ofHours(25));
    assertThat(Duration.between(midnight(SHORT_DAY), midnight(SHORT_DAY.plusDays(1))))
        .isEqualTo(Duration.ofHours(23));
    for (LocalDate day : List.of(LONG_DAY, SHORT_DAY)) {
      Instant end = midnight(day.plusDays(2));
      publish(midnight(day).minusMillis(1), Stance.HOSTILE);
      publish(midnight(day), Stance.HOSTILE);
      publish(midnight(day.plusDays(1)).minusMillis(1), Stance.NEUTRAL);
      publish(midnight(day.plusDays(1)), null);
      publish(end, Stance.HOSTILE);
      INDEX.refresh();
      assertThat(count(HOSTILE, Granularity.DAY, end, 4))
          .containsExactly(
              new BucketCounts(midnight(day.minusDays(2)), 0, 0, 0),
              new BucketCounts(midnight(day.minusDays(1)), 1, 1, 1),
              new BucketCounts(midnight(day), 1, 2, 2),
              new BucketCounts(midnight(day.plusDays(1)), 0, 0, 1));
    }
  }

  @Test
  void countsEachHourOfTheLongDay() {
    Instant start = midnight(LONG_DAY);
    Instant end = midnight(LONG_DAY.plusDays(1));
    for (int hour = 0; hour < 25; hour += 2) {
      publish(start.plus(Duration.ofHours(hour)), Stance.HOSTILE);
    }
    INDEX.refresh();
    assertThat(count(HOSTILE, Granularity.HOUR, end, 25))
        .containsExactlyElementsOf(
            IntStream.range(0, 25)
                .mapToObj(
                    hour ->
                        new BucketCounts(
                            start.plus(Duration.ofHours(hour)),
                            1 - hour % 2,
                            1 - hour % 2,
                            1 - hour % 2))
                .toList());
  }

  @Test
  void countsTheLateInTheirBucketAndTheUndatedNowhere() {
    Instant end = midnight(SHORT_DAY);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    publish(null, Stance.HOSTILE);
    INDEX.refresh();
    assertThat(count(HOSTILE, Granularity.DAY, end, 2))
        .extracting(BucketCounts::count)
        .containsExactly(0L, 1L);
    publish(end.minus(Duration.ofHours(30)), Stance.HOSTILE);
    INDEX.refresh();
    assertThat(count(HOSTILE, Granularity.DAY, end, 2))
        .extracting(BucketCounts::count)
        .containsExactly(1L, 1L);
  }

  @Test
  void tellsWhatFiveOrMorePeopleWrote() {
    Instant end = midnight(SHORT_DAY);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    for (int i = 0; i < 8; i++) {
      comment(end.minusSeconds(60), Stance.HOSTILE, "few-" + i % 4);
      comment(end.minusSeconds(60), Stance.NEUTRAL, "many-" + i);
    }
    INDEX.refresh();
    BucketCounts day = count(HOSTILE, Granularity.DAY, end, 1).get(0);
    assertThat(day.count()).isEqualTo(9);
    assertThat(day.total()).isEqualTo(17);
    assertThat(day.told()).isEqualTo(1);
    assertThat(day.toldTotal()).isEqualTo(17);
  }

  @Test
  void neverCountsMoreThanTheWhole() {
    Instant end = midnight(SHORT_DAY);
    publish(end.minusSeconds(60), null);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    INDEX.refresh();
    assertThat(count(Filters.NONE, Granularity.DAY, end, 1))
        .containsExactly(new BucketCounts(midnight(SHORT_DAY.minusDays(1)), 2, 2, 2));
  }

  @Test
  void countsAllRulesButTheFaultyOne() {
    Instant end = midnight(SHORT_DAY);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    INDEX.refresh();
    List<String> tooMany = IntStream.range(0, 70_000).mapToObj(i -> "outlet-" + i).toList();
    List<AlertRule> rules =
        IntStream.range(0, 120)
            .mapToObj(
                i ->
                    i == 70
                        ? rule("faulty", Filters.NONE.ofStances(tooMany))
                        : rule("rule-" + i, HOSTILE.ofStances(List.of("HOSTILE", "x" + i))))
            .toList();
    List<CountedRule> counted = counts.count(rules, Granularity.DAY, end, 3);
    assertThat(counted).extracting(CountedRule::rule).containsExactlyElementsOf(rules);
    for (CountedRule rule : counted) {
      if (rule.rule().id().equals("faulty")) {
        assertThat(rule.fault()).contains("65536");
        assertThat(rule.buckets()).isEmpty();
      } else {
        assertThat(rule.fault()).isNull();
        assertThat(rule.buckets()).extracting(BucketCounts::count).containsExactly(0L, 0L, 1L);
      }
    }
  }

  @Test
  void takesATextThatEndsInHalfALetter() {
    Filters odd =
        Filters.NONE.toBuilder()
            .text("a".repeat(499) + "\uD83D\uDE00")
            .sources(List.of("\uD83D"))
            .build();
    assertThat(count(odd, Granularity.DAY, midnight(SHORT_DAY), 1)).hasSize(1);
  }

  @Test
  void countsByIntensity() {
    Instant end = midnight(SHORT_DAY);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    publish(end.minusSeconds(60), Stance.HOSTILE);
    publish(end.minusSeconds(60), Stance.NEUTRAL);
    publish(end, Stance.HOSTILE);
    INDEX.refresh();
    assertThat(counts.intensities(Filters.NONE, end.minusSeconds(3600), end))
        .containsExactly(1, 0, 2, 0, 0, 0);
  }

  @Test
  void refusesAnEndWithinABucket() {
    List<AlertRule> rules = List.of(rule("a", Filters.NONE));
    Instant midnight = midnight(LONG_DAY);
    assertThatThrownBy(() -> counts.count(rules, Granularity.DAY, midnight.plusSeconds(3600), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot end at");
    assertThatThrownBy(() -> counts.count(rules, Granularity.HOUR, midnight.plusSeconds(60), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysSoWhenTheIndexIsFrozen() throws IOException, InterruptedException {
    CountSource impatient =
        new AlertIndex(INDEX.connection().within(Duration.ofSeconds(1))).counts();
    List<AlertRule> rules = List.of(rule("a", Filters.NONE));
    signal("STOP");
    try {
      assertThatThrownBy(() -> impatient.count(rules, Granularity.DAY, midnight(SHORT_DAY), 1))
          .isInstanceOf(IndexUnavailableException.class);
    } finally {
      signal("CONT");
    }
  }

  /** A busy index must not look like a faulty rule. */
  @Test
  void saysSoWhenOneSearchFindsTheIndexBusy() throws IOException {
    byte[] answer =
        """
        {"took":1,"responses":[{"status":429,"error":{"root_cause":[],
         "type":"search_phase_execution_exception","reason":"all shards failed"}}]}\
        """
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (IndexConnection connection = IndexConnection.open(url, null)) {
      CountSource busy = new AlertIndex(connection).counts();
      List<AlertRule> rules = List.of(rule("a", Filters.NONE));
      assertThatThrownBy(() -> busy.count(rules, Granularity.DAY, midnight(SHORT_DAY), 1))
          .isInstanceOf(IndexUnavailableException.class);
    } finally {
      server.stop(0);
    }
  }

  private static void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(INDEX.node().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private List<BucketCounts> count(
      Filters filters, Granularity granularity, Instant end, int buckets) {
    return counts.count(List.of(rule("a", filters)), granularity, end, buckets).get(0).buckets();
  }

  private void publish(@Nullable Instant when, @Nullable Stance stance) {
    String id = "d" + written++;
    writer.write(
        List.of(
            IndexEntry.of(
                Documents.article(
                    id, "text of " + id, when, Documents.assessment("fr", stance, 0.5)))));
  }

  private void comment(Instant when, Stance stance, String author) {
    String id = "c" + written++;
    writer.write(
        List.of(
            IndexEntry.of(
                Document.builder(
                        id, "outlet-a", DocumentKind.COMMENT, "text of " + id, when, "test:" + id)
                    .published(when)
                    .author(author)
                    .assessment(Documents.assessment("fr", stance, 0.5))
                    .build())));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(MOROCCO).toInstant();
  }
}

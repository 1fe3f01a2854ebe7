// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.KeyFile;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.discovery.SiteVisit;
import org.marsad.sources.discovery.SitemapArchive;
import org.marsad.sources.http.BadAnswer;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.sitemap.SitemapEntry;

/** The source as the job runs it, in Flink's own mini cluster. */
@Timeout(120)
class PollingSourceTest {
  /** What the running job has emitted; static, because Flink serialises the function. */
  private static final Queue<Intake> EMITTED = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @Test
  void readsTheGoodFeedsWhateverTheBadOnesDo() throws Exception {
    try (LoopbackSite good = new LoopbackSite();
        LoopbackSite broken = new LoopbackSite()) {
      List<OutletFeed> feeds = new ArrayList<>();
      Map<String, SourceState> expected = new LinkedHashMap<>();
      List<Tuple> rejected = new ArrayList<>();
      for (BadAnswer bad : BadAnswer.values()) {
        OutletFeed feed = Feeds.articles(bad.name(), broken.url("/" + bad.name()));
        broken.with(feed.url().getPath(), bad);
        feeds.add(feed);
        expected.put(bad.name(), bad.state());
        BadAnswer.Rejected rejection = bad.asFeed();
        if (rejection != null) {
          rejected.add(
              tuple(bad.name(), rejection.stage(), rejection.reason(), feed.url().toString()));
        }
      }
      feeds.add(Feeds.site(good, "good", 3));

      List<Intake> read = readOnce(feeds);

      assertThat(documents(read)).filteredOn(d -> d.sourceId().equals("good")).hasSize(3);
      assertThat(health(read)).hasSize(feeds.size());
      Map<String, SourceState> states = new LinkedHashMap<>();
      for (SourceHealth health : health(read)) {
        if (!health.outletId().equals("good")) {
          states.put(health.outletId(), health.state());
          assertThat(health.message()).as(health.outletId()).isNotBlank();
        }
      }
      assertThat(states).containsExactlyInAnyOrderEntriesOf(expected);
      assertThat(rejections(read))
          .extracting(
              Rejection::sourceId, Rejection::stage, Rejection::reason, Rejection::reference)
          .containsExactlyInAnyOrderElementsOf(rejected);
    }
  }

  /** One worker for two domains: the patient one gets all its items, and holds up nobody. */
  @Test
  void aLongCrawlDelayStarvesNobody() throws Exception {
    try (LoopbackSite slow = new LoopbackSite();
        LoopbackSite quick = new LoopbackSite()) {
      slow.with("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 2\n");
      List<OutletFeed> feeds = List.of(Feeds.site(slow, "slow", 3), Feeds.site(quick, "quick", 20));

      List<String> order =
          documents(readOnce(feeds, 1, Feeds.settingsOfThreads(1))).stream()
              .map(RawDocument::sourceId)
              .toList();

      assertThat(order).filteredOn("slow"::equals).hasSize(3);
      assertThat(order).filteredOn("quick"::equals).hasSize(20);
      assertThat(order.subList(21, 23)).containsOnly("slow");
    }
  }

  @Test
  void aRestoredSourceLosesAndRepeatsNothing() throws Exception {
    try (LoopbackSite site = new LoopbackSite();
        LoopbackSite later = new LoopbackSite()) {
      OutletFeed feed = Feeds.site(site, "outlet", 20);
      OutletFeed added = Feeds.site(later, "later", 2);
      CountDownLatch stopped = new CountDownLatch(1);
      site.with(
          "/8",
          exchange -> {
            try {
              stopped.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            LoopbackSite.send(exchange, 200, "<p>8</p>".getBytes(StandardCharsets.UTF_8));
          });
      EMITTED.clear();

      JobClient first = follow(List.of(feed), 1, null);
      await(() -> documents(List.copyOf(EMITTED)).size() == 7);
      String savepoint =
          first
              .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
              .get();
      stopped.countDown();
      assertThat(documents(List.copyOf(EMITTED))).hasSize(7);

      // A wider job and a longer catalogue take over.
      JobClient second = follow(List.of(feed, added), 2, savepoint);
      await(() -> documents(List.copyOf(EMITTED)).size() == 22);
      second.cancel().get();

      assertThat(documents(List.copyOf(EMITTED)))
          .extracting(RawDocument::url)
          .doesNotHaveDuplicates()
          .hasSize(22);
      assertThat(site.requests("/feed")).isEqualTo(1);
      assertThat(later.requests("/feed")).isEqualTo(1);
    }
  }

  @Test
  void fetchesThePagesOfAnArchive() throws Exception {
    try (LoopbackSite site = new LoopbackSite();
        PoliteClient client =
            new PoliteClient(
                PollingSettings.DEFAULT_USER_AGENT,
                HttpLimits.of(1_000_000, Duration.ofSeconds(3)),
                Clock.systemUTC())) {
      site.with("/in", "text/html", "<p>in</p>");
      site.with(
          "/index.xml",
          "application/xml",
          "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
              + site.url("/index.xml")
              + "</loc></sitemap><sitemap><loc>"
              + site.url("/2026.xml")
              + "</loc></sitemap></sitemapindex>");
      site.with(
          "/2026.xml",
          "application/xml",
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
              + site.url("/in")
              + "</loc><lastmod>2026-01-10</lastmod></url><url><loc>"
              + site.url("/known")
              + "</loc><lastmod>2026-01-11</lastmod></url><url><loc>"
              + site.url("/out")
              + "</loc><lastmod>2026-02-10</lastmod></url></urlset>");
      SitemapArchive.Found found =
          new SitemapArchive(
                  new SiteVisit(
                      client, Duration.ZERO, Duration.ZERO, Clock.systemUTC(), note -> {}))
              .walk(
                  site.url("/index.xml"),
                  new SitemapArchive.Period(
                      Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                  10,
                  url -> !url.endsWith("/known"));
      PollingSource source =
          PollingSource.ofItems(
              Feeds.articles("outlet", site.url("/index.xml")),
              found.entries().stream().map(SitemapEntry::item).toList(),
              Feeds.settings(),
              KeyFile.of(Feeds.KEY));
      List<Intake> read = readOnce(source);

      assertThat(documents(read))
          .extracting(RawDocument::url)
          .containsExactly(site.url("/in").toString());
      assertThat(site.requests()).containsExactly("/index.xml", "/2026.xml", "/in");
    }
  }

  private static JobClient follow(
      List<OutletFeed> feeds, int parallelism, @Nullable String savepoint) throws Exception {
    Configuration configuration = new Configuration();
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    DataStreamSource<Intake> intake =
        stream(
            PollingSource.following(feeds, Feeds.settings(), KeyFile.of(Feeds.KEY)),
            parallelism,
            configuration);
    intake
        .uid("feeds")
        .map(
            record -> {
              EMITTED.add(record);
              return record;
            })
        .returns(Intake.class)
        .uid("remember")
        .sinkTo(new DiscardingSink<>())
        .uid("discard");
    return intake.getExecutionEnvironment().executeAsync();
  }

  private static List<Intake> readOnce(List<OutletFeed> feeds) throws Exception {
    return readOnce(feeds, 2, Feeds.settings());
  }

  private static List<Intake> readOnce(
      List<OutletFeed> feeds, int parallelism, PollingSettings settings) throws Exception {
    return readOnce(PollingSource.once(feeds, settings, KeyFile.of(Feeds.KEY)), parallelism);
  }

  private static List<Intake> readOnce(PollingSource source) throws Exception {
    return readOnce(source, 2);
  }

  private static List<Intake> readOnce(PollingSource source, int parallelism) throws Exception {
    List<Intake> read = new ArrayList<>();
    try (CloseableIterator<Intake> records =
        stream(source, parallelism, new Configuration()).executeAndCollect()) {
      records.forEachRemaining(read::add);
    }
    return read;
  }

  private static DataStreamSource<Intake> stream(
      PollingSource source, int parallelism, Configuration configuration) {
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    return environment.fromSource(
        source, WatermarkStrategy.noWatermarks(), "feeds", TypeInformation.of(Intake.class));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  private static List<RawDocument> documents(List<Intake> read) {
    return read.stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  private static List<Rejection> rejections(List<Intake> read) {
    return read.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
  }

  private static List<SourceHealth> health(List<Intake> read) {
    return read.stream().map(Intake::health).filter(Objects::nonNull).toList();
  }
}

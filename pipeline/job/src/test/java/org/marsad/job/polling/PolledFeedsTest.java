// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchPage;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.job.MainPipeline;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.LocalCounters;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Document;
import org.marsad.model.Filters;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.KeyFile;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.polling.PollingSettings;
import org.marsad.sources.polling.PollingSource;
import org.marsad.sources.warc.WarcCaptures;
import org.marsad.sources.warc.WarcSettings;

/** One job over good feeds and every kind of bad one, from the outlets' sites to the index. */
class PolledFeedsTest {
  private static final PollingSettings SETTINGS =
      new PollingSettings(
          PollingSettings.DEFAULT_USER_AGENT,
          Duration.ZERO,
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          PollingSettings.defaults().maxBodyBytes(),
          Duration.ofSeconds(5),
          16);

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Outlets OUTLETS = new Outlets();
  private static final Publications PUBLISHED = OUTLETS.publications();
  private static LocalCounters counters = new LocalCounters();

  @TempDir static Path archive = Path.of("");

  /** Fails where the job does. */
  @BeforeAll
  static void runTheJob() throws Exception {
    MainPipeline pipeline =
        new MainPipeline(
            PollingSource.once(PUBLISHED.feeds, SETTINGS, KeyFile.of(new byte[32])),
            new IndexSink(new IndexAddress(INDEX.node().url(), null)),
            Duration.ofDays(1),
            new WarcSettings(archive.toString(), 50_000, Duration.ofDays(7)));
    try (LocalJob job = LocalJob.startBounded(pipeline, 2)) {
      job.ended().get(4, TimeUnit.MINUTES);
      counters = job.counters();
    }
    INDEX.refresh();
  }

  @AfterAll
  static void close() {
    OUTLETS.close();
  }

  @Test
  void indexesTheGoodAndWhatCanBeSalvagedOfTheBad() {
    assertThat(documents())
        .extracting(Document::sourceId, Document::url, Document::title, Document::published)
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.articles);
    assertThat(documents()).allSatisfy(found -> assertThat(found.assessment()).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "ISO-8859-6"})
  void readsArabicPagesThatDeclareNoCharset(String charset) {
    assertThat(documents())
        .filteredOn(found -> charset.equals(found.charset()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.sourceId()).isEqualTo("page-in-" + charset);
              assertThat(found.title()).isEqualTo(Pages.ARABIC_TITLE);
              assertThat(found.text()).isEqualTo(String.join("\n\n", Pages.ARABIC));
            });
  }

  @Test
  void rejectsTheRestWithStageReasonAndReference() {
    assertThat(rejections())
        .extracting(Rejection::sourceId, Rejection::stage, Rejection::reason, Rejection::reference)
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.rejections);
    assertThat(rejections()).allSatisfy(found -> assertThat(found.message()).isNotBlank());
  }

  @Test
  void losesNothing() {
    long read = counters.value(CounterNames.READ) + counters.value(CounterNames.READ_REJECTIONS);
    assertThat(read).isEqualTo(PUBLISHED.offered);
    assertThat(documents().size() + rejections().size()).isEqualTo(PUBLISHED.offered);
    assertThat(counters.value(CounterNames.INDEXED)).isEqualTo(documents().size());
    assertThat(counters.value(CounterNames.DUPLICATES)).isZero();
  }

  @Test
  void keepsEveryPageThatBecameADocumentInTheArchive() throws IOException {
    long pages = 0;
    List<@Nullable String> fromFeedAlone = new ArrayList<>();
    for (Document found : documents()) {
      Provenance provenance = found.provenance();
      if (provenance == null) {
        fromFeedAlone.add(found.title());
        continue;
      }
      assertThat(provenance.robots()).isEqualTo(Provenance.Robots.ALLOWED);
      RawDocument kept =
          WarcCaptures.find(
                  archive.resolve(Objects.requireNonNull(provenance.archiveFile())),
                  Objects.requireNonNull(provenance.recordId()))
              .orElseThrow();
      assertThat(Provenance.sha256(Objects.requireNonNull(kept.body())))
          .isEqualTo(provenance.sha256());
      assertThat(new DocumentExtractor(new ArticleExtractor()).extract(kept).document())
          .usingRecursiveComparison()
          .ignoringFields("assessment", "reference", "story")
          .isEqualTo(found);
      pages++;
    }
    assertThat(pages).isPositive();
    assertThat(fromFeedAlone).containsExactly(Pages.ARABIC_TITLE);
    assertThat(counters.value(CounterNames.ARCHIVED)).isGreaterThanOrEqualTo(pages);
    assertThat(counters.value(CounterNames.ARCHIVE_FAILURES)).isZero();
  }

  @Test
  void tellsHowEachFeedIsDoing() {
    List<SourceHealth> health = queries().sources();
    assertThat(health)
        .extracting(
            SourceHealth::outletId, SourceHealth::url, SourceHealth::state, SourceHealth::itemsSeen)
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.health);
    assertThat(health)
        .filteredOn(feed -> feed.state() != SourceState.OK)
        .allSatisfy(feed -> assertThat(feed.message()).isNotBlank());
  }

  private static List<Rejection> rejections() {
    return queries().rejections(Integer.MAX_VALUE);
  }

  private static List<Document> documents() {
    List<Document> found = new ArrayList<>();
    @Nullable List<String> after = null;
    do {
      SearchPage page = queries().search(new SearchRequest(Filters.NONE, Sort.NEWEST, 200, after));
      page.hits().forEach(hit -> found.add(hit.document().document()));
      after = page.next();
    } while (after != null);
    return found;
  }

  private static DocumentQueries queries() {
    return new DocumentQueries(INDEX.connection());
  }
}

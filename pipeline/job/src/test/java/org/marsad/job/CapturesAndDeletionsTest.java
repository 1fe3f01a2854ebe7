// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexNames;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.LocalCounters;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Deletion;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.warc.WarcSettings;

/** What sources tell beside documents, on a local Flink cluster with the embedded index. */
class CapturesAndDeletionsTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir Path folder;

  @BeforeEach
  void emptyTheIndex() {
    INDEX.clear();
  }

  @Test
  void aDeletionReachesTheIndexAndSparesTheOthers() throws Exception {
    run(3, CapturesAndDeletionsTest::post, folder.resolve("archive"));
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(3);

    run(
        2,
        n ->
            Intake.of(
                n == 0
                    ? Deletion.ofDocument(
                        "net", DocumentIds.ofNativeId("net", "1"), "deleted-at-source", NOW)
                    : Deletion.ofAuthor("net", "pseudonym-2", "account-deleted", NOW)),
        folder.resolve("archive"));

    DocumentQueries queries = new DocumentQueries(INDEX.connection());
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);
    assertThat(queries.document(DocumentIds.ofNativeId("net", "0"))).isPresent();
    assertThat(queries.tombstone(DocumentIds.ofNativeId("net", "1"))).isPresent();
    assertThat(queries.tombstone(DocumentIds.ofNativeId("net", "2")).orElseThrow().reason())
        .isEqualTo("account-deleted");
    assertThat(folder.resolve("archive")).as("posts are not kept").doesNotExist();
  }

  @Test
  void anArchiveThatCannotBeWrittenStopsNothingAndIsToldOfOnce() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("archive"), "in the way");

    assertAllIndexedAndNoneKept(run(5, CapturesAndDeletionsTest::page, notAFolder), "not-archived");
  }

  @Test
  void aDiskWithoutRoomStopsNothingAndIsNamed() throws Exception {
    WarcSettings noRoom =
        new WarcSettings(
            folder.resolve("archive").toString(),
            1_000_000,
            Duration.ofDays(7),
            Long.MAX_VALUE,
            Long.MAX_VALUE);

    assertAllIndexedAndNoneKept(run(5, CapturesAndDeletionsTest::page, noRoom), "archive-full");
  }

  private static void assertAllIndexedAndNoneKept(LocalCounters counters, String reason) {
    assertThat(counters.value(CounterNames.INDEXED)).isEqualTo(5);
    assertThat(counters.value(CounterNames.ARCHIVED)).isZero();
    assertThat(counters.value(CounterNames.ARCHIVE_FAILURES)).isEqualTo(5);
    INDEX.refresh();
    assertThat(new DocumentQueries(INDEX.connection()).rejections(10))
        .extracting(Rejection::reason)
        .containsExactly(reason);
    assertThat(INDEX.count(IndexNames.DOCUMENTS, "provenance.robots", "ALLOWED")).isEqualTo(5);
  }

  private static LocalCounters run(
      long count, GeneratorFunction<Long, Intake> intakes, Path archive) throws Exception {
    return run(count, intakes, new WarcSettings(archive.toString(), 1_000_000, Duration.ofDays(7)));
  }

  private static LocalCounters run(
      long count, GeneratorFunction<Long, Intake> intakes, WarcSettings archive) throws Exception {
    MainPipeline pipeline =
        new MainPipeline(
            new DataGeneratorSource<>(intakes, count, TypeInformation.of(Intake.class)),
            new IndexSink(new IndexAddress(INDEX.node().url(), null)),
            Duration.ofDays(1),
            archive);
    try (LocalJob job = LocalJob.startBounded(pipeline, 1)) {
      job.ended().get(3, TimeUnit.MINUTES);
      INDEX.refresh();
      return job.counters();
    }
  }

  private static Intake post(long n) {
    return Intake.of(
        RawDocument.builder("net", DocumentKind.POST, NOW, "net " + n)
            .nativeId("" + n)
            .text("the text of post " + n)
            .author("pseudonym-" + n)
            .published(NOW)
            .language("en")
            .build());
  }

  private static Intake page(long n) {
    String text = "Page " + n + " tells at some length of the new tramway line of the city. ";
    byte[] body =
        ("<html><body><article><p>" + text.repeat(8) + "</p></article></body></html>")
            .getBytes(UTF_8);
    String url = "https://outlet.example/page-" + n;
    return Intake.of(
        RawDocument.builder("outlet", DocumentKind.ARTICLE, NOW, url)
            .url(url)
            .title("Page " + n)
            .body(body)
            .contentType("text/html")
            .published(NOW)
            .language("en")
            .provenance(Provenance.of(body, Provenance.Robots.ALLOWED))
            .build());
  }
}

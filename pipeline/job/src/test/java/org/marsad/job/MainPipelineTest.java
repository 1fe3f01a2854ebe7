// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexNames;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchPage;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.LocalCounters;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Document;
import org.marsad.model.Filters;
import org.marsad.model.Json;
import org.marsad.model.Pseudonyms;
import org.marsad.model.Story;
import org.marsad.sources.KeyFile;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.ArchiveSource;
import org.marsad.sources.archive.FieldMapping;

/** The graph on a local Flink cluster, from files to the embedded index. */
class MainPipelineTest {
  private static final byte[] KEY = new byte[32];
  private static final int MINUTES = 4;

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir Path folder;

  @BeforeEach
  void emptyTheIndex() {
    INDEX.clear();
  }

  @Test
  void sortsDocumentsRejectionsAndDuplicates() throws Exception {
    write("posts.jsonl", "{\"id\":\"1\",\"text\":\"one\"}", "{", "{\"id\":\"1\",\"text\":\"one\"}");

    LocalCounters counters = importAll();

    assertThat(counters.values())
        .containsEntry(CounterNames.READ, 2L)
        .containsEntry(CounterNames.READ_REJECTIONS, 1L)
        .containsEntry(CounterNames.INDEXED, 1L)
        .containsEntry(CounterNames.DUPLICATES, 1L)
        .containsEntry(CounterNames.REJECTED, 0L);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.REJECTIONS)).isEqualTo(1);
  }

  @Test
  void anEditBecomesANewVersionAndTheFormerTextIsKept() throws Exception {
    write("posts.jsonl", "{\"id\":\"1\",\"text\":\"the first text\"}");
    importAll();
    write("posts.jsonl", "{\"id\":\"1\",\"text\":\"the corrected text\"}");

    LocalCounters counters = importAll();

    assertThat(counters.value(CounterNames.UPDATED)).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.VERSIONS)).isEqualTo(1);
  }

  @Test
  void oneArticleUnderManyAddressesOfAnOutletIsOneDocument() throws Exception {
    write("outlet-articles.jsonl", article("a"), article("b"), article("c"));
    write("other-articles.jsonl", article("d"));

    LocalCounters first = importAll();
    INDEX.refresh();
    LocalCounters second = importAll();

    // A copy in another outlet is a document of its own.
    assertThat(first.value(CounterNames.INDEXED)).isEqualTo(2);
    assertThat(first.value(CounterNames.DUPLICATES)).isEqualTo(2);
    assertThat(second.value(CounterNames.INDEXED)).isZero();
    assertThat(second.value(CounterNames.DUPLICATES)).isEqualTo(4);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(2);
  }

  @Test
  void oneTextInTwoOutletsIsOneStory() throws Exception {
    write("outlet-articles.jsonl", article("a"));
    write("other-articles.jsonl", article("b"));
    importAll();
    INDEX.refresh();
    DocumentQueries queries = new DocumentQueries(INDEX.connection());

    SearchPage page = queries.search(new SearchRequest(Filters.NONE, Sort.NEWEST, 10, null));

    assertThat(page.hits()).hasSize(2);
    Story told = page.hits().get(0).document().document().story();
    assertThat(told).isNotNull();
    assertThat(queries.story(told.id()).orElseThrow().outlets()).hasSize(2);
    assertThat(queries.stories(Filters.NONE).documents()).isEqualTo(1);
  }

  @Test
  void noAuthorHandleAddressOrNumberReachesTheIndex() throws Exception {
    write(
        "comments.jsonl",
        "{\"text\":\"call 06 12 34 56 78, write to planted@mail.example or @planted_handle\","
            + "\"author\":\"Planted Name\"}");
    importAll();
    INDEX.refresh();

    SearchPage page =
        new DocumentQueries(INDEX.connection())
            .search(new SearchRequest(Filters.NONE, Sort.NEWEST, 10, null));

    assertThat(page.hits()).hasSize(1);
    Document stored = page.hits().get(0).document().document();
    assertThat(stored.author()).isEqualTo(new Pseudonyms(KEY).of("comments", "Planted Name"));
    assertThat(Json.MAPPER.writeValueAsString(stored))
        .doesNotContain("12 34 56", "planted@", "planted_handle", "Planted Name");
  }

  @Test
  void anIndexThatIsAwayForAWhileCostsNothing() throws Exception {
    int documents = 20_000;
    write(
        "many.jsonl",
        IntStream.range(0, documents)
            .mapToObj(i -> "{\"text\":\"text number " + i + "\"}")
            .toArray(String[]::new));
    try (LocalJob job = start()) {
      while (job.counters().value(CounterNames.INDEXED) == 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      INDEX.node().supervised().kill();
      job.ended().get(MINUTES, TimeUnit.MINUTES);

      assertThat(job.counters().value(CounterNames.INDEX_RETRIES)).isPositive();
      assertThat(job.counters().value(CounterNames.INDEXED)).isEqualTo(documents);
    }
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(documents);
  }

  private LocalCounters importAll() throws Exception {
    try (LocalJob job = start()) {
      job.ended().get(MINUTES, TimeUnit.MINUTES);
      return job.counters();
    }
  }

  private LocalJob start() {
    ArchiveInput input = new ArchiveInput(List.of(folder), null, FieldMapping.USUAL, null, null);
    return LocalJob.startBounded(
        new MainPipeline(
            new ArchiveSource(input, KeyFile.of(KEY)),
            new IndexSink(new IndexAddress(INDEX.node().url(), null)),
            Duration.ofDays(1)),
        2);
  }

  private static String article(String path) {
    return "{\"url\":\"https://outlet.example/"
        + path
        + "\",\"title\":\"A title\",\"text\":\"The same text at another address.\"}";
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexNames;
import org.marsad.job.local.LocalJob;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Json;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.ArchiveSource;
import org.marsad.sources.archive.FieldMapping;

/**
 * Imports every kind of record with planted personal data in every place, by the real job into the
 * real index, and looks for it in whatever is stored and logged.
 */
class PlantedDataTest {
  private static final byte[] KEY = new byte[32];
  private static final int MINUTES = 4;
  private static final List<String> INDICES =
      List.of(
          IndexNames.DOCUMENTS,
          IndexNames.VERSIONS,
          IndexNames.REJECTIONS,
          IndexNames.SOURCES,
          IndexNames.REGISTRY,
          IndexNames.INCIDENTS,
          IndexNames.DECISIONS,
          IndexNames.DELIVERIES);

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir static Path folder;

  private static final StringWriter LOG = new StringWriter();
  private static List<String> stored = List.of();

  @BeforeAll
  static void importAll() throws Exception {
    WriterAppender appender =
        WriterAppender.createAppender(
            PatternLayout.newBuilder().withPattern("%m %xEx%n").build(),
            null,
            LOG,
            "planted",
            false,
            true);
    appender.start();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().getRootLogger().addAppender(appender, Level.INFO, null);
    context.updateLoggers();
    PlantedRecords.write(folder);
    runJob();
    // A second version of each, so that the former texts are looked through as well.
    PlantedRecords.rewrite(folder);
    runJob();
    INDEX.refresh();
    stored = everything();
  }

  @Test
  void everyRecordIsStoredOrRejected() {
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(PlantedRecords.DOCUMENTS);
    assertThat(INDEX.count(IndexNames.VERSIONS)).isPositive();
    assertThat(INDEX.count(IndexNames.REJECTIONS)).isPositive();
  }

  /** The search itself must find what it looks for. */
  @Test
  void seesEverySecretInWhatWasWritten() {
    assertThat(Plants.in(Plants.text()))
        .containsAll(Plants.IN_TEXT.stream().map(Plants.Plant::secret).toList());
    assertThat(Plants.in("tel. 0611 11-11 17")).containsExactly("111117");
  }

  @Test
  void nothingPlantedIsInAnyIndex() {
    assertThat(stored).allSatisfy(one -> assertThat(Plants.in(one)).as(one).isEmpty());
  }

  @Test
  void nothingPlantedIsLogged() {
    assertThat(LOG.toString()).isNotEmpty();
    assertThat(Plants.in(LOG.toString())).isEmpty();
  }

  @Test
  void whatIsHarmlessStays() {
    List<String> texts = stored.stream().filter(one -> one.contains("des mots avant")).toList();
    assertThat(texts).isNotEmpty();
    assertThat(texts)
        .allSatisfy(text -> assertThat(text).contains(Plants.HARMLESS.toArray(String[]::new)));
  }

  private static void runJob() throws Exception {
    ArchiveInput input = new ArchiveInput(List.of(folder), null, FieldMapping.USUAL, null, null);
    try (LocalJob job =
        LocalJob.startBounded(
            new MainPipeline(
                new ArchiveSource(input, KEY),
                new IndexSink(new IndexAddress(INDEX.node().url(), null)),
                Duration.ofDays(1)),
            2)) {
      job.ended().get(MINUTES, TimeUnit.MINUTES);
    }
    INDEX.refresh();
  }

  /** Each document of each index, whole, as JSON. */
  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String index : INDICES) {
      INDEX
          .connection()
          .call(c -> c.search(s -> s.index(index).size(10_000), ObjectNode.class))
          .hits()
          .hits()
          .forEach(hit -> all.add(hit.id() + " " + json(hit.source())));
    }
    return all;
  }

  private static String json(Object source) {
    try {
      return Json.MAPPER.writeValueAsString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

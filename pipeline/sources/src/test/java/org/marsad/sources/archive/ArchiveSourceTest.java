// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.sources.KeyFile;
import org.netpreserve.jwarc.WarcCompression;

class ArchiveSourceTest extends FileImport {
  @Test
  void readsGoodRecordsBesideBadOnesInAllFormats() throws Exception {
    byte[] rubbish = new byte[100_000];
    new Random(1).nextBytes(rubbish);
    byte[] lines = ArchiveFiles.gzip("{\"text\":\"cut\"}\n".repeat(10));
    files.write("bad.csv", "id,text\n1,row\n2\n");
    files.write("bad.jsonl", "{\"text\":\"line\"}\n{\"text\":\n\n{\"text\":\" \"}\n");
    files.writeGzip("bomb.jsonl.gz", new byte[4 * MEBIBYTE], 100);
    files.write("cut.jsonl.gz", Arrays.copyOf(lines, lines.length - 8));
    files.write("empty.jsonl", "");
    files.write("large.html", times('a', 50 * MEBIBYTE));
    files.write("pages/one.html", "<p>one</p>");
    files.write("pages/two.html.gz", ArchiveFiles.gzip("<p>two</p>"));
    files.write("readme.txt", "of no known format");
    files.write("rubbish.jsonl", rubbish);
    files.write("web.warc.gz", ArchiveFiles.warc(WarcCompression.GZIP));

    ArchiveRun run = ArchiveRun.of(folder);

    List<String> texts = new ArrayList<>(List.of("row", "line", "<p>one</p>", "<p>two</p>"));
    IntStream.range(0, 10).forEach(i -> texts.add("cut"));
    texts.addAll(List.of("<p>plain</p>", "<p>compressed</p>", "<p>chunked</p>", "<p>resource</p>"));
    assertThat(run.texts()).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(run.faults())
        .containsExactlyInAnyOrder(
            "too-few-columns bad.csv:3",
            "malformed-json bad.jsonl:2",
            "no-text bad.jsonl:4",
            "decompression-bomb bomb.jsonl.gz",
            "truncated cut.jsonl.gz",
            "empty-file empty.jsonl",
            "too-large large.html",
            "not-text rubbish.jsonl",
            "broken-record web.warc.gz:7");
    assertThat(SourceCounters.sum("documentsRead")).isEqualTo(run.documents().size());
    assertThat(SourceCounters.sum("rejectionsRead")).isEqualTo(run.rejections().size());
  }

  @Test
  void refusesWhatIsAbsentBeforeAnythingStarts() {
    Path absent = Path.of("absent.jsonl");

    assertThatThrownBy(
            () -> new ArchiveSource(ArchiveFiles.input(absent, folder), KeyFile.of(ArchiveRun.KEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent.jsonl does not exist; ")
        .hasMessageContaining("holds no file of the format jsonl, csv, warc, html");
  }

  @Test
  void readsAFileOnceThatIsNamedTwice() throws Exception {
    Path file = files.write("a.jsonl", "{\"text\":\"once\"}");

    assertThat(ArchiveRun.of(ArchiveFiles.read(folder, file, file)).texts())
        .containsExactly("once");
  }

  @Test
  void losesAndRepeatsNothingAfterAFailure() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      files.write(
          name + ".jsonl",
          IntStream.range(0, 2_000)
              .mapToObj(i -> i % 10 == 0 ? "{" : "{\"text\":\"" + name + i + "\"}")
              .collect(Collectors.joining("\n")));
    }
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    environment.enableCheckpointing(20);
    ArchiveSource source =
        new ArchiveSource(ArchiveFiles.input(folder), KeyFile.of(ArchiveRun.KEY));

    List<Intake> emitted = new ArrayList<>();
    try (CloseableIterator<Intake> results =
        environment
            .fromSource(source, WatermarkStrategy.noWatermarks(), "archive")
            .map(new FailsOnce())
            .returns(Intake.class)
            .executeAndCollect()) {
      results.forEachRemaining(emitted::add);
    }

    assertThat(FailsOnce.failed).isTrue();
    ArchiveRun run = ArchiveRun.of(emitted);
    assertThat(run.texts()).hasSize(3 * 1_800).doesNotHaveDuplicates();
    assertThat(run.faults()).hasSize(3 * 200).doesNotHaveDuplicates();
  }

  /** Fails at the first record behind a checkpoint that lies within the files. */
  private static final class FailsOnce implements MapFunction<Intake, Intake>, CheckpointListener {
    private static final long serialVersionUID = 1;
    private static volatile boolean failed;

    private long seen;
    private boolean checkpointed;

    @Override
    public Intake map(Intake intake) throws InterruptedException {
      seen++;
      if (checkpointed && !failed) {
        failed = true;
        throw new IllegalStateException("as tested");
      }
      if (!failed) {
        Thread.sleep(1);
      }
      return intake;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      checkpointed |= seen > 0;
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexNames;
import org.marsad.job.local.Checkpoints;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;

/**
 * The job goes on from what each released version of the state left, on more subtasks than then.
 */
class SavedStateTest {
  private static final long LIMIT_NANOS = Duration.ofMinutes(2).toNanos();

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir Path folder;

  @BeforeEach
  void emptyTheIndex() {
    INDEX.clear();
  }

  /** The index is empty: that an article is known can be had from the state alone. */
  @ParameterizedTest
  @ValueSource(ints = 1)
  void whatWasKnownIsKnown(int version) throws Exception {
    IndexAddress index = new IndexAddress(INDEX.node().url(), null);
    try (Paper paper = new Paper(Paper.Article.KNOWN, Paper.Article.FRESH);
        LocalJob job =
            LocalJob.startContinuous(
                List.of(paper.pipeline(index)), 2, saved(version), Duration.ofMinutes(10))) {
      long deadline = System.nanoTime() + LIMIT_NANOS;
      while (INDEX.count(IndexNames.DOCUMENTS) == 0
          || job.counters().value(CounterNames.DUPLICATES) == 0) {
        assertThat(System.nanoTime()).as(job.state()).isLessThan(deadline);
        Thread.sleep(100);
      }
      assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);
      assertThat(INDEX.count(IndexNames.DOCUMENTS, "url", paper.url(Paper.Article.FRESH)))
          .isEqualTo(1);
    }
  }

  private Checkpoints saved(int version) throws Exception {
    Path savepoint = Files.createDirectories(folder.resolve("savepoint-" + version));
    try (InputStream in =
        Objects.requireNonNull(SavedStateTest.class.getResourceAsStream("main-" + version))) {
      Files.copy(in, savepoint.resolve("_metadata"));
    }
    return new Checkpoints(folder);
  }
}

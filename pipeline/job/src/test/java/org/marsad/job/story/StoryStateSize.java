// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.marsad.model.Document;

/** Runs articles that are no copies through the step's operator, and weighs what it keeps. */
final class StoryStateSize implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 20;

  // Operators are copied into the cluster, which lives in this process.
  private static final AtomicLong ASKED = new AtomicLong();
  private static final AtomicLong TOLD = new AtomicLong();

  private final String folder;
  private final JobClient job;

  /**
   * @param expiry as {@link StoryOperator} has it
   * @param folder for savepoints
   */
  StoryStateSize(Duration expiry, Path folder) throws Exception {
    this.folder = folder.toUri().toString();
    ASKED.set(0);
    TOLD.set(0);
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, this.folder);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    environment
        .fromSequence(0, Long.MAX_VALUE)
        .uid("source")
        .flatMap(new OnDemand())
        .returns(Document.class)
        .uid("articles")
        .map(Printed::of)
        .returns(Printed.class)
        .uid("prints")
        .keyBy(Printed::key)
        .transform("stories", TypeInformation.of(Document.class), new StoryOperator(expiry))
        .uid("stories")
        .map(article -> TOLD.incrementAndGet())
        .returns(Types.LONG)
        .uid("counter")
        .sinkTo(new DiscardingSink<>())
        .uid("end");
    job = environment.executeAsync();
  }

  /** Lets so many more pass. */
  void tell(int articles) throws InterruptedException {
    long all = ASKED.addAndGet(articles);
    while (TOLD.get() < all) {
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  /** The bytes of a savepoint. */
  long bytes() throws Exception {
    String savepoint = job.triggerSavepoint(folder, SavepointFormatType.CANONICAL).get();
    try (Stream<Path> files = Files.walk(Path.of(URI.create(savepoint)))) {
      return files.filter(Files::isRegularFile).mapToLong(StoryStateSize::size).sum();
    }
  }

  /** The bytes of this process's heap that are in use. */
  static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws Exception {
    job.cancel().get();
  }

  /** Rests between the source's numbers, not within one, so that barriers pass. */
  private static final class OnDemand implements FlatMapFunction<Long, Document> {
    private static final long serialVersionUID = 1L;
    private long made;

    @Override
    public void flatMap(Long number, Collector<Document> articles) throws InterruptedException {
      if (made < ASKED.get()) {
        articles.collect(Articles.report(made));
        made++;
      } else {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Story;

/** Stories in keyed state, on a local cluster. */
@Timeout(120)
class StoryStepTest {
  private static final int TEXTS = 20;
  private static final StoryStep.Uids UIDS = new StoryStep.Uids("a", "b", "c", "d");

  @Test
  void onlyArticlesAreComparedAndAllGoOn() throws Exception {
    List<Document> documents =
        List.of(
            Articles.article("first", 1),
            Articles.document("post", 1, DocumentKind.POST),
            Articles.document("comment", 1, DocumentKind.COMMENT),
            Articles.article("other", 2),
            Articles.article("copy", 1));
    StreamExecutionEnvironment environment = environment(2, new Configuration());
    DataStream<Document> source =
        environment.fromData(
            TypeInformation.of(Document.class), documents.toArray(new Document[0]));
    source.getTransformation().setUid("source");

    Map<String, Document> told = byId(StoryStep.on(source, UIDS));

    assertThat(told).hasSize(5);
    assertThat(storyOf(told, "first").id()).isEqualTo("first");
    assertThat(storyOf(told, "other").id()).isEqualTo("other");
    assertThat(storyOf(told, "copy")).isEqualTo(new Story("first", Story.Role.COPY, 1, null));
    assertThat(told.get("post")).isEqualTo(documents.get(1));
    assertThat(told.get("comment")).isEqualTo(documents.get(2));
  }

  @Test
  void whatHasExpiredIsForgotten() throws Exception {
    Duration expiry = Duration.ofSeconds(2);
    StreamExecutionEnvironment environment = environment(1, new Configuration());
    DataStream<Document> source =
        environment
            .fromSequence(0, 3)
            .uid("source")
            .map(
                number -> {
                  Thread.sleep(number == 3 ? 2 * expiry.toMillis() : 0);
                  return Articles.article("a" + number, 1);
                })
            .returns(Document.class)
            .uid("slow");

    Map<String, Document> told =
        byId(
            source
                .map(Printed::of)
                .returns(Printed.class)
                .uid("prints")
                .keyBy(Printed::key)
                .transform("stories", TypeInformation.of(Document.class), new StoryOperator(expiry))
                .uid("stories")
                .setParallelism(1));

    assertThat(storyOf(told, "a2").id()).isEqualTo("a0");
    assertThat(storyOf(told, "a3").id()).isEqualTo("a3");
  }

  @Test
  void whatExpiresLeavesTheState(@TempDir Path folder) throws Exception {
    Duration expiry = Duration.ofSeconds(5);
    long first;
    long last;
    try (StoryStateSize state = new StoryStateSize(expiry, folder)) {
      state.tell(1_000);
      first = state.bytes();
      Thread.sleep(expiry.toMillis());
      state.tell(1_000);
      Thread.sleep(expiry.toMillis());
      state.tell(1_000);
      last = state.bytes();
    }

    // Kept, it would be three times as much.
    assertThat(last).isLessThan(first * 2);
  }

  @Test
  void storiesOutliveAFailure() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment environment = environment(1, configuration);
    DataStream<Document> source =
        environment
            .fromSequence(0, 399)
            .uid("source")
            .map(FailingOnce::articleOf)
            .returns(Document.class)
            .uid("articles");

    Map<String, Document> told =
        byId(
            StoryStep.on(source, UIDS)
                .map(new FailingOnce())
                .returns(Document.class)
                .uid("failing")
                .setParallelism(1));

    assertThat(FailingOnce.failures).isEqualTo(1);
    assertThat(told).hasSize(400);
    for (int number = 0; number < 400; number++) {
      assertThat(storyOf(told, "a" + number).id()).isEqualTo("a" + number % TEXTS);
    }
  }

  /** Fails after a checkpoint that has every text in it. */
  private static final class FailingOnce extends RichMapFunction<Document, Document>
      implements CheckpointListener {
    private static final long serialVersionUID = 1L;
    static volatile int failures;

    // The source waits, not this step: a checkpoint would have to wait behind all that is sent.
    static Document articleOf(long number) throws InterruptedException {
      Thread.sleep(failures == 0 ? 50 : 0);
      return Articles.article("a" + number, number % TEXTS);
    }

    private int seen;
    private boolean isSafe;

    @Override
    public Document map(Document document) {
      seen++;
      if (isSafe && failures == 0) {
        failures++;
        throw new IllegalStateException("a failure that the test wants");
      }
      return document;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      isSafe = seen > TEXTS;
    }
  }

  private static StreamExecutionEnvironment environment(
      int parallelism, Configuration configuration) {
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
  }

  private static Map<String, Document> byId(DataStream<Document> documents) throws Exception {
    Map<String, Document> byId = new HashMap<>();
    List<Document> all = new ArrayList<>();
    try (CloseableIterator<Document> collected = documents.executeAndCollect()) {
      collected.forEachRemaining(all::add);
    }
    all.forEach(document -> byId.put(document.id(), document));
    assertThat(all).hasSameSizeAs(byId.keySet());
    return byId;
  }

  private static Story storyOf(Map<String, Document> documents, String id) {
    Document document = documents.get(id);
    assertThat(document).isNotNull();
    Story story = document.story();
    assertThat(story).isNotNull();
    return story;
  }
}

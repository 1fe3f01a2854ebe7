// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexEntry;
import org.marsad.job.story.StoryStep;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.warc.WarcSettings;

/**
 * The one definition of the main job's graph. Where documents come from and where they go is given
 * to it.
 *
 * <pre>
 * source ─ Intake ─► IntakeRouter ─ RawDocument ─► CaptureArchiving ─► DocumentExtractor ─►
 *                      │      │                        │                   │
 *               health,│      └── rejections ◄─────────┴───────────────────┤
 *             deletions│              ▲                                    │
 *             (twice)  │              │                         keyed by id│
 *                      │              │                                    ▼
 *                      │      DocumentAssessor ◄─ SameTextFilter ◄─ Deduplicator
 *                      │              │        keyed by outlet and text
 *                      │              ▼
 *                      │          StoryStep
 *                      ▼              ▼
 *     union of documents, escalations, rejections, deletions and health ─► sink
 * </pre>
 */
public final class MainPipeline implements Graph {
  private final Source<Intake, ?, ?> source;
  private final Sink<IndexEntry> sink;
  private final Duration rememberFor;
  private final @Nullable WarcSettings archive;

  /** Without an archive of captured pages. */
  public MainPipeline(Source<Intake, ?, ?> source, Sink<IndexEntry> sink, Duration rememberFor) {
    this(source, sink, rememberFor, null);
  }

  /**
   * @param rememberFor how long the deduplication remembers a document after its last sight
   * @param archive where captured pages are kept; null for nowhere
   */
  public MainPipeline(
      Source<Intake, ?, ?> source,
      Sink<IndexEntry> sink,
      Duration rememberFor,
      @Nullable WarcSettings archive) {
    this.source = source;
    this.sink = sink;
    this.rememberFor = rememberFor;
    this.archive = archive;
  }

  @Override
  public void buildOn(StreamExecutionEnvironment environment) {
    RecordTypes.register();
    SingleOutputStreamOperator<RawDocument> captured =
        environment
            .fromSource(source, WatermarkStrategy.noWatermarks(), "source")
            .uid(OperatorIds.SOURCE)
            .process(new IntakeRouter())
            .name("intake router")
            .uid(OperatorIds.ROUTER);

    SingleOutputStreamOperator<RawDocument> archived =
        captured
            .process(new CaptureArchiving(archive))
            .name("capture archive")
            .uid(OperatorIds.CAPTURE_ARCHIVE);

    SingleOutputStreamOperator<Document> extracted =
        archived
            .process(new DocumentExtraction())
            .name("document extractor")
            .uid(OperatorIds.EXTRACTOR);

    SingleOutputStreamOperator<Document> assessed =
        extracted
            .keyBy(Document::id)
            .process(new Deduplicator(rememberFor))
            .name("deduplicator")
            .uid(OperatorIds.DEDUPLICATOR)
            .keyBy(SameTextFilter::key)
            .process(new SameTextFilter(rememberFor))
            .name("same-text filter")
            .uid(OperatorIds.SAME_TEXT)
            .process(new DocumentAssessor())
            .name("document assessor")
            .uid(OperatorIds.ASSESSOR);

    DataStream<Rejection> rejections =
        captured
            .getSideOutput(SideOutputs.REJECTIONS)
            .union(
                archived.getSideOutput(SideOutputs.REJECTIONS),
                extracted.getSideOutput(SideOutputs.REJECTIONS),
                assessed.getSideOutput(SideOutputs.REJECTIONS));

    StoryStep.on(
            assessed,
            new StoryStep.Uids(
                OperatorIds.ARTICLES,
                OperatorIds.FINGERPRINTS,
                OperatorIds.STORIES,
                OperatorIds.OTHER_KINDS))
        .map(IndexEntry::of)
        .returns(IndexEntry.class)
        .name("documents")
        .uid(OperatorIds.DOCUMENT_ENTRIES)
        .union(
            rejections
                .map(IndexEntry::of)
                .returns(IndexEntry.class)
                .name("rejections")
                .uid(OperatorIds.REJECTION_ENTRIES),
            captured
                .getSideOutput(SideOutputs.HEALTH)
                .map(IndexEntry::of)
                .returns(IndexEntry.class)
                .name("source health")
                .uid(OperatorIds.HEALTH_ENTRIES),
            captured
                .getSideOutput(SideOutputs.DELETIONS)
                .keyBy(DeletionTwice::key)
                .process(new DeletionTwice())
                .name("deletions")
                .uid(OperatorIds.DELETIONS)
                .map(IndexEntry::of)
                .returns(IndexEntry.class)
                .name("deletion entries")
                .uid(OperatorIds.DELETION_ENTRIES),
            assessed.flatMap(new Escalating()).name("escalation").uid(OperatorIds.ESCALATION))
        .sinkTo(sink)
        .name("index")
        .uid(OperatorIds.SINK);
  }
}

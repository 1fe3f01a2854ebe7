// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.io.IOException;
import java.time.Clock;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.marsad.job.metrics.CounterNames;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.warc.ArchiveFullException;
import org.marsad.sources.warc.WarcArchive;
import org.marsad.sources.warc.WarcSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pages of outlets as they were captured, and notes on each document where. Posts and
 * comments are private persons' and pass by, and so does what came out of a file.
 *
 * <p>A checkpoint covers what is on the disk. An archive that cannot be written, say on a full
 * disk, stops nothing: the document goes on without, a counter counts it, and the first of a row of
 * failures is a rejection.
 */
final class CaptureArchiving extends ProcessFunction<RawDocument, RawDocument>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(CaptureArchiving.class);

  private final @Nullable WarcSettings settings;
  private transient Clock clock;
  private transient @Nullable WarcArchive archive;
  private transient boolean failing;
  private transient Counter archived;
  private transient Counter failures;

  /**
   * @param settings null where nothing is kept
   */
  CaptureArchiving(@Nullable WarcSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    clock = Clock.systemUTC();
    archived = CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.ARCHIVED);
    failures =
        CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.ARCHIVE_FAILURES);
  }

  @Override
  public void processElement(RawDocument raw, Context context, Collector<RawDocument> out) {
    byte[] page = raw.body();
    Provenance provenance = raw.provenance();
    if (settings == null || page == null || provenance == null || !isToBeKept(raw, provenance)) {
      out.collect(raw);
      return;
    }
    try {
      Provenance kept = open(settings).write(raw, page, provenance);
      if (kept.archiveFile() != null) {
        archived.inc();
      }
      failing = false;
      out.collect(raw.toBuilder().provenance(kept).build());
    } catch (IOException fault) {
      failures.inc();
      if (!failing) {
        failing = true;
        context.output(SideOutputs.REJECTIONS, rejection(raw, fault));
      }
      out.collect(raw);
    }
  }

  private static boolean isToBeKept(RawDocument raw, Provenance provenance) {
    return raw.kind() == DocumentKind.ARTICLE
        && raw.url() != null
        && provenance.robots() == Provenance.Robots.ALLOWED
        && provenance.archiveFile() == null;
  }

  /** Not before there is a page, so that a run which captures none leaves no folder. */
  private WarcArchive open(WarcSettings settings) throws IOException {
    WarcArchive opened = archive;
    if (opened == null) {
      opened = WarcArchive.open(settings, clock);
      archive = opened;
    }
    return opened;
  }

  private Rejection rejection(RawDocument raw, IOException fault) {
    return fault instanceof ArchiveFullException full
        ? rejection(
            raw,
            "archive-full",
            "the page is indexed, but not kept in the archive: "
                + full.getMessage()
                + "; make room on the disk, or let the archive be smaller (archive.max-total-size)")
        : rejection(
            raw,
            "not-archived",
            "the page is indexed, but the archive cannot be written ("
                + fault.getClass().getSimpleName()
                + "); make room on the disk, or check the permissions of the archive's folder");
  }

  private Rejection rejection(RawDocument raw, String reason, String message) {
    return new Rejection(
        raw.sourceId(), Stage.FETCH, reason, message, raw.reference(), clock.instant());
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    sync();
  }

  @Override
  public void close() {
    sync();
  }

  private void sync() {
    WarcArchive opened = archive;
    if (opened == null) {
      return;
    }
    try {
      opened.sync();
    } catch (IOException fault) {
      failures.inc();
      LOG.warn("Captured pages cannot be brought onto the disk ({})", fault.toString());
    }
  }
}

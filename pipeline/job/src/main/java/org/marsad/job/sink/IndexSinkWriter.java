// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.marsad.index.BulkWriter;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.WriteOutcome;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.SearchDelay;
import org.marsad.model.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads: Flink calls {@link #submitRequestEntries} in the task's mailbox; the blocking bulk call
 * runs on an executor; the result handler may be called from there, since it posts to the mailbox.
 *
 * <p>Retries: an absent or busy index is tried again for ever, with back-off; an entry is counted
 * once, when its outcome is final.
 */
final class IndexSinkWriter extends AsyncSinkWriter<IndexEntry, IndexEntry> {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSinkWriter.class);

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

  private final IndexConnection connection;
  private final BulkWriter bulkWriter;
  private final ScheduledExecutorService executor;
  private final AtomicInteger consecutiveFailures = new AtomicInteger();
  private final long largestEntry;
  private final Counter indexed;
  private final Counter updated;
  private final Counter duplicates;
  private final Counter rejected;
  private final Counter retries;
  private final SearchDelay delay;

  IndexSinkWriter(
      ElementConverter<IndexEntry, IndexEntry> converter,
      WriterInitContext context,
      AsyncSinkWriterConfiguration configuration,
      Collection<BufferedRequestState<IndexEntry>> state,
      IndexAddress address) {
    super(converter, context, configuration, state);
    this.connection = IndexConnection.open(address);
    this.bulkWriter = new BulkWriter(connection);
    this.executor = Executors.newScheduledThreadPool(configuration.getMaxInFlightRequests());
    this.largestEntry = configuration.getMaxRecordSizeInBytes();
    MetricGroup metrics = context.metricGroup();
    this.indexed = CounterNames.register(metrics, CounterNames.INDEXED);
    this.updated = CounterNames.register(metrics, CounterNames.UPDATED);
    this.duplicates = CounterNames.register(metrics, CounterNames.DUPLICATES);
    this.rejected = CounterNames.register(metrics, CounterNames.REJECTED);
    this.retries = CounterNames.register(metrics, CounterNames.INDEX_RETRIES);
    this.delay = new SearchDelay(metrics, Clock.systemUTC());
  }

  @Override
  protected void submitRequestEntries(
      List<IndexEntry> entries, ResultHandler<IndexEntry> resultHandler) {
    executor.execute(() -> write(entries, resultHandler));
  }

  private void write(List<IndexEntry> entries, ResultHandler<IndexEntry> resultHandler) {
    try {
      List<WriteOutcome> outcomes = bulkWriter.write(entries);
      List<IndexEntry> again = settle(entries, outcomes);
      if (again.isEmpty()) {
        consecutiveFailures.set(0);
        resultHandler.complete();
      } else {
        retryLater(again, resultHandler, reason(outcomes));
      }
    } catch (IndexUnavailableException away) {
      retryLater(
          entries.stream().map(IndexEntry::asRetried).toList(),
          resultHandler,
          String.valueOf(away.getMessage()));
    } catch (RuntimeException fatal) {
      resultHandler.completeExceptionally(fatal);
    }
  }

  /** Elasticsearch's own words: a full disk is waited out like a queue, but a person must act. */
  private static String reason(List<WriteOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.kind() == WriteOutcome.Kind.RETRY)
        .map(outcome -> String.valueOf(outcome.message()))
        .findFirst()
        .orElse("the index is busy");
  }

  /** Counts what is final and returns what has to be sent again. */
  private List<IndexEntry> settle(List<IndexEntry> entries, List<WriteOutcome> outcomes) {
    List<IndexEntry> again = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      WriteOutcome outcome = outcomes.get(i);
      Document document = entries.get(i).document();
      if (outcome.kind() == WriteOutcome.Kind.RETRY) {
        again.add(entries.get(i).asRetried());
      } else if (document != null) {
        count(outcome);
        if (outcome.kind() == WriteOutcome.Kind.INDEXED) {
          delay.add(document);
        }
      }
    }
    return again;
  }

  private void count(WriteOutcome outcome) {
    switch (outcome.kind()) {
      case INDEXED -> indexed.inc();
      case UPDATED -> updated.inc();
      case DUPLICATE -> duplicates.inc();
      case REJECTED -> rejected.inc();
      case ERASED, RETRY -> {}
    }
  }

  private void retryLater(
      List<IndexEntry> entries, ResultHandler<IndexEntry> resultHandler, String reason) {
    retries.inc();
    int failures = consecutiveFailures.incrementAndGet();
    long millis =
        Math.min(
            LONGEST_BACK_OFF.toMillis(), FIRST_BACK_OFF.toMillis() << Math.min(failures - 1, 10));
    LOG.warn("Index not written ({}); {} entries again in {} ms", reason, entries.size(), millis);
    executor.schedule(() -> resultHandler.retryForEntries(entries), millis, TimeUnit.MILLISECONDS);
  }

  /** A document larger than a batch is sent alone. */
  @Override
  protected long getSizeInBytes(IndexEntry entry) {
    return Math.min(entry.approximateBytes(), largestEntry);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    connection.close();
  }
}

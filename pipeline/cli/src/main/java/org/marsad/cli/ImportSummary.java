// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.LocalCounters;
import org.marsad.model.Json;

/** What an import came to; read is always the sum of the other three counts. */
@JsonPropertyOrder({"read", "indexed", "duplicates", "rejected", "seconds", "documentsPerSecond"})
record ImportSummary(
    long read,
    long indexed,
    long duplicates,
    long rejected,
    double seconds,
    double documentsPerSecond) {

  /**
   * @throws IllegalStateException if the counts do not add up, which would mean a lost document
   */
  static ImportSummary of(LocalCounters counters, Duration elapsed) {
    long read = counters.value(CounterNames.READ) + counters.value(CounterNames.READ_REJECTIONS);
    long indexed = counters.value(CounterNames.INDEXED) + counters.value(CounterNames.UPDATED);
    long duplicates = counters.value(CounterNames.DUPLICATES);
    long rejected =
        counters.value(CounterNames.READ_REJECTIONS) + counters.value(CounterNames.REJECTED);
    if (read != indexed + duplicates + rejected) {
      throw new IllegalStateException(
          "the counts do not add up: read "
              + read
              + ", indexed "
              + indexed
              + ", duplicates "
              + duplicates
              + ", rejected "
              + rejected);
    }
    double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
    double rate = Math.round(read / seconds * 10) / 10.0;
    return new ImportSummary(read, indexed, duplicates, rejected, seconds, rate);
  }

  static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, 0.001, 0);

  /** Of two imports, one after the other. */
  ImportSummary plus(ImportSummary other) {
    long both = read + other.read;
    double time = seconds + other.seconds;
    return new ImportSummary(
        both,
        indexed + other.indexed,
        duplicates + other.duplicates,
        rejected + other.rejected,
        time,
        Math.round(both / time * 10) / 10.0);
  }

  String toJson() throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(this);
  }
}

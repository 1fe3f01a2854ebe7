// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.KeyFile;

/** What a source emitted; unless it is given, in a Flink of its own with two readers. */
record ArchiveRun(List<RawDocument> documents, List<Rejection> rejections) {
  static final byte[] KEY = "sixteen bytes of".getBytes(UTF_8);

  static ArchiveRun of(Path... paths) throws Exception {
    return of(null, paths);
  }

  static ArchiveRun of(@Nullable ArchiveFormat format, Path... paths) throws Exception {
    return of(new ArchiveInput(List.of(paths), format, FieldMapping.USUAL, null, null));
  }

  static ArchiveRun of(ArchiveInput input) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.setString("metrics.reporters", "counters");
    configuration.setString(
        "metrics.reporter.counters.factory.class", SourceCounters.class.getName());
    SourceCounters.SEEN.clear();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    List<Intake> emitted = new ArrayList<>();
    try (CloseableIterator<Intake> results =
        environment
            .fromSource(
                new ArchiveSource(input, KeyFile.of(KEY)),
                WatermarkStrategy.noWatermarks(),
                "archive")
            .executeAndCollect()) {
      results.forEachRemaining(emitted::add);
    }
    return of(emitted);
  }

  static ArchiveRun of(List<Intake> emitted) {
    return new ArchiveRun(
        emitted.stream().map(Intake::document).filter(Objects::nonNull).toList(),
        emitted.stream().map(Intake::rejection).filter(Objects::nonNull).toList());
  }

  /** Texts, and pages as they are. */
  List<String> texts() {
    return documents.stream()
        .map(d -> d.body() == null ? String.valueOf(d.text()) : new String(d.body(), UTF_8))
        .toList();
  }

  /** Such as {@code malformed-json name.jsonl:17}. */
  List<String> faults() {
    return rejections.stream().map(fault -> fault.reason() + " " + fault.reference()).toList();
  }
}

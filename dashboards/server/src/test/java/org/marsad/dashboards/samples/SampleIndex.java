// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.marsad.index.BulkWriter;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.WriteOutcome;

/** All samples in an index. */
public final class SampleIndex {
  private SampleIndex() {}

  public static void fill(IndexConnection connection) {
    List<IndexEntry> entries = new ArrayList<>();
    SampleDocuments.documents().forEach(document -> entries.add(IndexEntry.of(document)));
    SampleSources.health().forEach(health -> entries.add(IndexEntry.of(health)));
    SampleSources.rejections().forEach(rejection -> entries.add(IndexEntry.of(rejection)));
    write(connection, entries);
    write(connection, List.of(IndexEntry.of(SampleDocuments.edited())));
    SampleAlerts.write(connection);
  }

  private static void write(IndexConnection connection, List<IndexEntry> entries) {
    List<WriteOutcome> outcomes = new BulkWriter(connection).write(entries);
    assertThat(outcomes).noneMatch(outcome -> outcome.reason() != null);
  }
}

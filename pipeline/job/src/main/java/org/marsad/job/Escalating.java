// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.marsad.alerts.incident.Escalation;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;

/** Picks the single texts that people are to hear of at once, whatever the counts. */
final class Escalating implements FlatMapFunction<Document, IndexEntry> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(Document document, Collector<IndexEntry> out) {
    Escalation.of(document).map(IndexEntry::of).ifPresent(out::collect);
  }
}

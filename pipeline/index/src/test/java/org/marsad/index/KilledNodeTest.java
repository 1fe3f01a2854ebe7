// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.WriteOutcome.Kind;

/** Elasticsearch is killed while documents are written, comes back, and none is lost or doubled. */
class KilledNodeTest {
  private static final int BATCHES = 60;
  private static final int BATCH = 50;
  private static final int KILLED_AT = 20;

  @TempDir Path directory;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void losesNothing() throws InterruptedException {
    try (EmbeddedNode node = EmbeddedNode.start(EmbeddedIndex.HOME, directory, 0).supervised();
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      connection.installTemplates();
      BulkWriter writer = new BulkWriter(connection);
      Map<Kind, Integer> outcomes = new EnumMap<>(Kind.class);
      long first = node.pid();
      for (int batch = 0; batch < BATCHES; batch++) {
        if (batch == KILLED_AT) {
          Thread killer = new Thread(node::kill);
          killer.start();
        }
        for (WriteOutcome outcome : persistently(writer, batch)) {
          outcomes.merge(outcome.kind(), 1, Integer::sum);
        }
      }
      assertThat(node.pid()).isNotEqualTo(first);
      assertThat(outcomes).containsExactly(Map.entry(Kind.INDEXED, BATCHES * BATCH));
      long stored =
          connection.call(
              client -> {
                client.indices().refresh();
                return client.count(c -> c.index(IndexNames.DOCUMENTS)).count();
              });
      assertThat(stored).isEqualTo(BATCHES * BATCH);
    }
  }

  /** As the sink does: on failure, the same once more after a pause, marked as tried before. */
  private static List<WriteOutcome> persistently(BulkWriter writer, int batch)
      throws InterruptedException {
    List<IndexEntry> entries = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      entries.add(IndexEntry.of(Documents.article(batch + "-" + i, "text " + i)));
    }
    while (true) {
      try {
        return settled(writer, entries);
      } catch (IndexUnavailableException e) {
        entries.replaceAll(IndexEntry::asRetried);
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  private static List<WriteOutcome> settled(BulkWriter writer, List<IndexEntry> entries)
      throws InterruptedException {
    List<WriteOutcome> outcomes = new ArrayList<>(writer.write(entries));
    for (int i = 0; i < entries.size(); i++) {
      while (outcomes.get(i).kind() == Kind.RETRY) {
        TimeUnit.MILLISECONDS.sleep(200);
        entries.set(i, entries.get(i).asRetried());
        outcomes.set(i, writer.write(List.of(entries.get(i))).get(0));
      }
    }
    return outcomes;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.retention.RetentionRun;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;

/**
 * When a running Marsad erases, by a clock of the test's. Each look is a keeper's after a start.
 */
class RetentionKeeperTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
  private static final RetentionPeriods PERIODS =
      new RetentionPeriods(Map.of(DocumentKind.POST, 30));

  @TempDir Path folder;

  @Test
  void erasesOnceADayWhateverStartsBetween() {
    try (EmbeddedNode node = EmbeddedNode.start(LocalIndex.home(), folder.resolve("node"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      write(connection, "kept", 10, NOW);
      write(connection, "first", 2, NOW.minus(Duration.ofDays(31)));
      assertThat(look(connection, NOW).documents()).containsEntry(DocumentKind.POST, 2L);

      write(connection, "second", 1, NOW.minus(Duration.ofDays(31)));
      assertThat(look(connection, NOW.plus(Duration.ofHours(23))).at()).isEqualTo(NOW);
      Instant tomorrow = NOW.plus(Duration.ofHours(25));
      RetentionRun next = look(connection, tomorrow);
      assertThat(next.at()).isEqualTo(tomorrow);
      assertThat(next.documents()).containsEntry(DocumentKind.POST, 1L);

      RetentionRun jumped = look(connection, NOW.plus(Duration.ofDays(3_650)));
      assertThat(jumped.heldBack()).as("a clock that jumps erases nothing").isTrue();
      assertThat(jumped.documents()).containsEntry(DocumentKind.POST, 10L);
      RetentionRun after = look(connection, tomorrow);
      assertThat(after.heldBack()).as("nor does it stop what is due when it is set back").isFalse();
      assertThat(after.documents()).containsEntry(DocumentKind.POST, 0L);
    }
  }

  private RetentionRun look(IndexConnection connection, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Retaining retaining =
        new Retaining(
            connection,
            new Pseudonyms("0123456789abcdef".getBytes(UTF_8)),
            folder.resolve("archive"),
            new AuditLog(folder.resolve("audit.jsonl"), clock),
            PERIODS,
            clock);
    try (RetentionKeeper keeper = new RetentionKeeper(retaining, clock)) {
      keeper.look();
    }
    return new RetentionLog(connection).last().orElseThrow();
  }

  private static void write(IndexConnection connection, String name, int count, Instant captured) {
    List<IndexEntry> entries =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    Document.builder(
                            name + n,
                            "network",
                            DocumentKind.POST,
                            name + " " + n,
                            captured,
                            "made:" + name + n)
                        .build())
            .map(IndexEntry::of)
            .toList();
    assertThat(new BulkWriter(connection).write(entries)).hasSize(count);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.cli.CapturedPages.NOW;
import static org.marsad.cli.CapturedPages.TEXT;
import static org.marsad.cli.CapturedPages.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.BulkWriter;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.Erasure;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.WriteOutcome;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Document;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

class ReplayTest {
  @TempDir Path folder;

  private final DocumentExtractor extractor = new DocumentExtractor(new ArticleExtractor());

  @Test
  void holdsEachPageAgainstWhatTheIndexHas() {
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
      holdAgainst(index.connection());
    }
  }

  private void holdAgainst(IndexConnection connection) {
    BulkWriter writer = new BulkWriter(connection);
    Replay replay = new Replay(extractor, new DocumentQueries(connection));
    RawDocument page = page("https://outlet.example/1", TEXT);
    assertThat(replay.of(page).change()).isEqualTo(Replay.Change.NEW);

    write(writer, page);
    assertThat(replay.of(page).change()).isEqualTo(Replay.Change.SAME);

    RawDocument edited = page("https://outlet.example/1", TEXT + TEXT);
    Replay.Result changed = replay.of(edited);
    assertThat(changed.change()).isEqualTo(Replay.Change.CHANGED);
    assertThat(changed.fields()).containsExactly("text");

    write(writer, edited);
    Replay.Result older = replay.of(page);
    assertThat(older.change())
        .as("held against the text of its own capture")
        .isEqualTo(Replay.Change.SAME);
    assertThat(older.current()).isFalse();

    RawDocument empty = page("https://outlet.example/1", "<nav>menu</nav>", "");
    assertThat(replay.of(empty).change()).isEqualTo(Replay.Change.GONE);
    assertThat(replay.of(page("https://outlet.example/2", "<nav>menu</nav>", "")).change())
        .isEqualTo(Replay.Change.NO_ARTICLE);

    new Erasure(connection)
        .erase(
            new DocumentsToErase(connection).read(List.of(String.valueOf(changed.id()))),
            "on-request",
            NOW);
    assertThat(replay.of(edited).change()).isEqualTo(Replay.Change.ERASED);
  }

  private void write(BulkWriter writer, RawDocument page) {
    Document document = Objects.requireNonNull(extractor.extract(page).document());
    assertThat(writer.write(List.of(IndexEntry.of(document))))
        .extracting(WriteOutcome::kind)
        .containsAnyOf(WriteOutcome.Kind.INDEXED, WriteOutcome.Kind.UPDATED);
  }
}

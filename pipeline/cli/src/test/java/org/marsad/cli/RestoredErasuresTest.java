// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.cli.CapturedPages.NOW;
import static org.marsad.cli.CapturedPages.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.BulkWriter;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.IndexSnapshot;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.feedback.Label;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.model.Document;
import org.marsad.model.RawDocument;
import org.marsad.model.Story;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

/** What was erased after a backup was taken stays erased when the backup is restored. */
class RestoredErasuresTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String PLANTED = "Planted words of a person who asked to be forgotten. ";
  private static final String URL = "https://outlet.example/planted";
  private static final String UNINDEXED = "https://outlet.example/unindexed";

  @TempDir Path folder;

  private Document planted = document(page(URL, PLANTED.repeat(9)));

  @BeforeEach
  void backUpAndErase() throws Exception {
    DataLayout.takeOver(Files.createDirectories(data()));
    byte[] key = SecretKey.PSEUDONYMS.in(data()).bytes();
    assertThat(key).isNotEmpty();
    try (EmbeddedNode node = node(data());
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      plant(connection);
      erase(connection, "of-before");
      backUp(connection);
      erase(connection, planted.id());
      assertThat(stored(node)).doesNotContain(PLANTED);
    }
  }

  @Test
  void theRecordOfTheDirectoryThatWasBackedUpIsFound() throws Exception {
    assertThat(restore("again", null)).isEqualTo(1);

    nothingIsLeftIn("again");
    assertThat(Files.readAllLines(folder.resolve("again/erasures.jsonl")))
        .containsAll(Files.readAllLines(data().resolve("erasures.jsonl")));
  }

  @Test
  void theLogAloneIsEnoughForWhatTheBackupHolds() throws Exception {
    assertThat(restore("again", data().resolve("erasures.jsonl"))).isEqualTo(1);

    nothingIsLeftIn("again");
  }

  @Test
  void onAnotherMachineNobodyKnowsAndThatIsSaid() throws Exception {
    Path lost = Files.move(data(), folder.resolve("lost"));
    DataLayout.takeOver(Files.createDirectories(data()));
    assertThat(SecretKey.PSEUDONYMS.in(data()).bytes()).as("another installation").isNotEmpty();

    assertThat(command("restore", backup().toString(), "--data", path("again")))
        .contains("is not known here and may be back", "erase --recorded-in PATH");
    assertThat(archived("again")).contains(URL);

    assertThat(command("erase", "--recorded-in", lost.toString(), "--data", path("again"), "--yes"))
        .contains("1 in the index, erased before", "{\"documents\":1}");
    nothingIsLeftIn("again");
  }

  @Test
  void aRecordThatDoesNotGoOnFromTheBackupsIsRefused() throws Exception {
    Path log = folder.resolve("other.jsonl");
    List<String> lines = Files.readAllLines(data().resolve("erasures.jsonl"));
    Files.write(log, lines.subList(1, 2));
    assertThatThrownBy(() -> restore("again", log))
        .isInstanceOf(Remedy.class)
        .hasMessageContaining("does not go on from the record of erasures in the backup");
    Files.writeString(log, lines.get(0) + "\n" + lines.get(1).substring(0, 40));
    assertThatThrownBy(() -> restore("again", log))
        .isInstanceOf(Remedy.class)
        .hasMessageContaining("line 2 of " + log);
    assertThatThrownBy(() -> restore("again", backup().resolve("index")))
        .isInstanceOf(Remedy.class)
        .hasMessageContaining("is no data directory of Marsad");
    assertThat(folder.resolve("again")).doesNotExist();
  }

  /** An article with a judgement, a copy of it by another outlet, and a page beside the index. */
  private void plant(IndexConnection connection) throws IOException {
    Path archive = DataDirectory.archive(data());
    RawDocument raw = page(URL, PLANTED.repeat(9));
    planted =
        planted.toBuilder()
            .provenance(CapturedPages.keep(raw, archive, NOW))
            .story(new Story(planted.id(), Story.Role.ORIGINAL, 1, null))
            .build();
    CapturedPages.keep(page(UNINDEXED, "Other words. ".repeat(40)), archive, NOW);
    Document copy =
        Document.builder("copy", "other", planted.kind(), "The same, in short.", NOW, "made:copy")
            .story(new Story(planted.id(), Story.Role.COPY, 0.9, null))
            .build();
    BulkWriter writer = new BulkWriter(connection);
    assertThat(writer.write(List.of(IndexEntry.of(planted), IndexEntry.of(copy)))).hasSize(2);
    new FeedbackIndex(connection)
        .labels()
        .add(
            List.of(
                new Label(
                    "label",
                    planted.id() + "@1",
                    planted.id(),
                    planted.contentHash(),
                    1,
                    "en",
                    "ann",
                    Layer.RELEVANT,
                    List.of("true"),
                    null,
                    "test-1",
                    "1",
                    ReviewQueue.RANDOM,
                    NOW)));
  }

  private void erase(IndexConnection connection, String id) throws IOException {
    new Erasing(connection, DataDirectory.archive(data()), data(), Clock.systemUTC())
        .erase(new DocumentsToErase(connection).read(List.of(id)), "on-request");
  }

  private void backUp(IndexConnection connection) throws IOException {
    IndexSnapshot snapshot = new IndexSnapshot(connection, DataDirectory.elasticsearch(data()));
    OwnerOnly.directories(backup());
    assertThat(
            new BackingUp(data(), DataDirectory.archive(data()), snapshot, backup())
                .take(Map.of())
                .files())
        .isNotEmpty();
  }

  private int restore(String name, @Nullable Path named) throws IOException {
    BackupManifest manifest = BackupManifest.of(backup());
    RecordedErasures later = new LaterErasures(backup(), named).find(manifest);
    assertThat(later).isNotNull();
    return new Restoring(backup(), manifest, folder.resolve(name), later).restore();
  }

  private void nothingIsLeftIn(String name) throws IOException {
    try (EmbeddedNode node = node(folder.resolve(name));
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.awaitSearchable();
      assertThat(stored(node))
          .doesNotContain(PLANTED, planted.id() + "@1")
          .contains("\"erased\":true", "on-request")
          .contains("The same, in short.")
          .contains("\"annotator\":\"ann\"")
          .doesNotContain("\"documentId\":\"" + planted.id());
    }
    assertThat(archived(name)).contains(UNINDEXED).doesNotContain(URL);
  }

  private static String stored(EmbeddedNode node) throws IOException {
    return MarsadProcess.get(node.url() + "/marsad-*/_search?size=1000");
  }

  private String archived(String name) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : BackupFolder.filesIn(folder.resolve(name).resolve("archive"))) {
      if (file.toString().endsWith(".gz")) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          all.append(new String(in.readAllBytes(), ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  private static Document document(RawDocument raw) {
    return Objects.requireNonNull(
        new DocumentExtractor(new ArticleExtractor()).extract(raw).document());
  }

  private static EmbeddedNode node(Path data) {
    return EmbeddedNode.start(LocalIndex.home(), DataDirectory.elasticsearch(data), 0);
  }

  private String command(String... arguments) throws Exception {
    try (MarsadProcess command = MarsadProcess.start(folder, arguments)) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(ExitStatus.OK);
      return command.out() + command.err();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}

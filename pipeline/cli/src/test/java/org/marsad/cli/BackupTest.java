// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.benchmark.Census;

/** A backup taken while Marsad polls, lost data, and the restore that goes on from there. */
class BackupTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void aRestoreLosesNothingAndIndexesNothingTwice() throws Exception {
    DemoArchive archive = DemoArchive.generate(LocalDate.of(2026, 6, 30));
    long all = archive.labels().size();
    try (OutletServer outlets = OutletServer.start(archive, 0)) {
      String catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml")).toString();
      try (MarsadProcess marsad = run(catalogue, "data")) {
        marsad.await("first documents", LIMIT, () -> marsad.indexedSoFar() > all / 4);
        command(ExitStatus.OK, "backup", backup().toString(), "--data", path("data"));
        assertThat(marsad.isAlive()).isTrue();
        marsad.kill();
      }
      assertThat(folder.resolve("data/elasticsearch/snapshots")).doesNotExist();

      command(ExitStatus.OK, "restore", backup().toString(), "--dry-run");
      command(ExitStatus.OK, "restore", backup().toString(), "--data", path("again"));

      for (String same : List.of("secrets/pseudonym.key", "secrets/alerts.key", "audit.jsonl")) {
        assertThat(folder.resolve("again").resolve(same))
            .hasSameBinaryContentAs(folder.resolve("data").resolve(same));
      }
      assertThat(folder.resolve("again/configuration/rules.yaml")).exists();
      try (MarsadProcess marsad = run(catalogue, "again")) {
        marsad.await("all documents", LIMIT, () -> marsad.indexedSoFar() >= all);
        assertThat(marsad.indexedSoFar()).isEqualTo(all);
        assertThat(marsad.err()).doesNotContain("Exception");
        marsad.terminate();
      }
      assertThat(everyId("again")).hasSize((int) all);
    }
  }

  @Test
  void whatIsNoWholeBackupIsRefusedWithTheReason() throws Exception {
    emptyIndex("data");
    command(ExitStatus.OK, "backup", backup().toString(), "--data", path("data"));

    assertThat(command(ExitStatus.ENVIRONMENT, "backup", path("backup"), "--data", path("data")))
        .contains("is there already");
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("backup"), "--data", path("data")))
        .contains("is not empty", "overwrites nothing");
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("data"), "--data", path("new")))
        .contains("no backup of Marsad", "marsad-backup.json");

    Path index = backup().resolve("index");
    Path blob = anyFile(index);
    byte[] bytes = Files.readAllBytes(blob);
    Files.write(blob, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("backup"), "--data", path("new")))
        .contains("is damaged", "not as it was written");
    Files.delete(blob);
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("backup"), "--dry-run"))
        .contains("is not whole", "is missing");
    Files.write(blob, bytes);
    Path manifest = backup().resolve(BackupManifest.NAME);
    String good = Files.readString(manifest);
    Files.writeString(manifest, good.substring(0, good.length() / 2));
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("backup"), "--dry-run"))
        .contains("is damaged and cannot be read");
    Files.writeString(manifest, good.replace("\"layout\" : 1", "\"layout\" : 2"));
    assertThat(command(ExitStatus.ENVIRONMENT, "restore", path("backup"), "--dry-run"))
        .contains("newer than this one");
    Files.writeString(manifest, good);
    command(ExitStatus.OK, "restore", path("backup"), "--data", path("new"));
    assertThat(folder.resolve("new.restoring")).doesNotExist();
    assertThat(Files.readString(folder.resolve("new/version"))).startsWith("layout 1 of Marsad ");
  }

  @Test
  void anOlderMarsadRefusesTheDirectoryOfANewerOne() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/version"), "layout 2 of Marsad 9.9.9\n");
    assertThat(command(ExitStatus.ENVIRONMENT, "erase", "--id", "x", "--data", path("data")))
        .contains("written by Marsad 9.9.9", "newer than this one");
    Files.writeString(folder.resolve("data/version"), "something else\n");
    assertThat(command(ExitStatus.ENVIRONMENT, "erase", "--id", "x", "--data", path("data")))
        .contains("does not say which Marsad");
  }

  private void emptyIndex(String name) throws IOException {
    try (EmbeddedNode node =
            EmbeddedNode.start(LocalIndex.home(), folder.resolve(name + "/elasticsearch"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
    }
  }

  private Set<String> everyId(String name) {
    try (EmbeddedNode node =
            EmbeddedNode.start(LocalIndex.home(), folder.resolve(name + "/elasticsearch"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.awaitSearchable();
      return new Census(connection).documents();
    }
  }

  private static Path anyFile(Path folder) throws IOException {
    return BackupFolder.filesIn(folder).stream()
        .filter(file -> file.toFile().length() > 10)
        .findFirst()
        .orElseThrow();
  }

  private MarsadProcess run(String catalogue, String data) throws IOException {
    return MarsadProcess.start(
        folder, "run", "--data", path(data), "--outlets", catalogue, "--port", "0");
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String command(int status, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    try (MarsadProcess command = MarsadProcess.start(folder, all.toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(status);
      return command.out() + command.err();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Json;

/** Texts whose time has come, erased by the command and by a running Marsad. */
class RetentionCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern DASHBOARD = Pattern.compile("Dashboard      (http\\S+)");
  private static final String OLD_FILE = "marsad-20100101T000000Z-0123456789ab.warc.gz";

  /** A made-up outlet: real ones are not mixed with those. */
  private static final String SOURCE =
      DemoArchive.generate(LocalDate.of(2026, 6, 30)).outlets().get(0).id();

  @TempDir Path folder;

  @Test
  void theCommandSaysFirstAndErasesThen() throws Exception {
    plant(2, 5);
    Path archive = Files.createDirectories(data().resolve("archive"));
    Files.createFile(archive.resolve(OLD_FILE));
    String config = RetentionSettings.in(folder).toString();

    assertThat(command(ExitStatus.ENVIRONMENT, "erase", "--expired", "--yes"))
        .contains("dashboard.retention-days");
    assertThat(command(ExitStatus.OK, "erase", "--expired", "--dry-run", "--config", config))
        .contains("POST=2", "Archive files  1", "Nothing was erased");
    assertThat(archive.resolve(OLD_FILE)).exists();

    JsonNode done =
        Json.MAPPER.readTree(
            command(ExitStatus.OK, "erase", "--expired", "--yes", "--config", config)
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow());
    assertThat(done.at("/documents/POST").asInt()).isEqualTo(2);
    assertThat(done.at("/archiveFiles").asInt()).isEqualTo(1);
    assertThat(archive.resolve(OLD_FILE)).doesNotExist();
    assertThat(Files.readString(archive.resolve("removed-files"))).contains(OLD_FILE, "age");
    assertThat(Files.readString(data().resolve("audit.jsonl")))
        .contains("erase-expired", "\"POST-due\":[\"2\"]", "\"POST-days\":[\"180\"]");
    assertThat(command(ExitStatus.OK, "erase", "--expired", "--dry-run", "--config", config))
        .contains("POST=0");
  }

  @Test
  void moreThanHalfOfAKindIsLeftToAPerson() throws Exception {
    plant(5, 2);
    try (OutletServer outlets =
        OutletServer.start(DemoArchive.generate(LocalDate.of(2026, 6, 30)), 0)) {
      String catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml")).toString();
      try (MarsadProcess marsad = run(catalogue)) {
        marsad.await("retention", LIMIT, () -> retention(marsad).path("heldBack").asBoolean());
        assertThat(retention(marsad).at("/documents/POST").asInt()).isEqualTo(5);
        assertThat(
                command(
                    ExitStatus.OK,
                    "erase",
                    "--expired",
                    "--yes",
                    "--config",
                    RetentionSettings.in(folder) + ""))
            .contains("\"POST\":5");
        assertThat(retention(marsad).path("heldBack").asBoolean()).isFalse();
      }
    }
  }

  /** Posts that are a year old, and others of today. */
  private void plant(int old, int fresh) throws IOException {
    try (EmbeddedNode node =
            EmbeddedNode.start(LocalIndex.home(), data().resolve("elasticsearch"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      connection.awaitSearchable();
      List<IndexEntry> entries = new ArrayList<>();
      Instant now = Instant.now();
      for (int n = 0; n < old + fresh; n++) {
        Instant captured = n < old ? now.minus(Duration.ofDays(365)) : now;
        String id = (n < old ? "old" : "fresh") + n + old;
        entries.add(
            IndexEntry.of(
                Document.builder(
                        id, SOURCE, DocumentKind.POST, "text " + id, captured, "made:" + id)
                    .build()));
      }
      assertThat(new BulkWriter(connection).write(entries)).hasSize(old + fresh);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private MarsadProcess run(String catalogue) throws IOException {
    return MarsadProcess.start(
        folder,
        "run",
        "--data",
        data().toString(),
        "--outlets",
        catalogue,
        "--config",
        RetentionSettings.in(folder).toString(),
        "--port",
        "0");
  }

  private static JsonNode retention(MarsadProcess marsad) {
    Matcher dashboard = DASHBOARD.matcher(marsad.err());
    try {
      return dashboard.find()
          ? Json.MAPPER
              .readTree(MarsadProcess.get(dashboard.group(1) + "api/status"))
              .path("retention")
          : Json.MAPPER.createObjectNode();
    } catch (IOException notYet) {
      return Json.MAPPER.createObjectNode();
    }
  }

  private String command(int status, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    try (MarsadProcess command = MarsadProcess.start(folder, all.toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(status);
      return command.out() + command.err();
    }
  }
}

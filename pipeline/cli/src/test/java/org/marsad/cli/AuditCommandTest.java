// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.audit.AuditHead;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.audit.AuditVerifier;

/** The commands below {@code audit}, each a program of its own. */
class AuditCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;
  private Path data;
  private Path file;

  @BeforeEach
  void writeLog() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    file = DataDirectory.auditLog(data);
    AuditLog log = new AuditLog(file, Clock.systemUTC());
    log.record("a1", "reveal", "document", "one");
    log.record("local", "mute", "rule", "floods");
  }

  @Test
  void theLogIsVerifiedBesideARunningMarsad() throws Exception {
    AuditHead head = AuditVerifier.verify(file, List.of()).head();
    try (DataDirectory running = DataDirectory.open(data)) {
      assertThat(run(ExitStatus.OK, "verify", "--head", String.valueOf(head)))
          .contains("Lines      2", "Head       " + head, "First      20")
          .doesNotContain("FAULT");
      assertThat(DataDirectory.isInUse(running.root())).isTrue();
    }
  }

  @Test
  void aChangeIsToldWithItsPlace() throws Exception {
    Files.writeString(file, Files.readString(file).replace("one", "two"));

    assertThat(run(ExitStatus.BAD_INPUT, "verify"))
        .contains("FAULT      " + file + ", line 2: does not fit the line before it");
  }

  @Test
  void theLinesAreShownBySinceAndAction() throws Exception {
    assertThat(run(ExitStatus.OK, "show"))
        .hasLineCount(2)
        .contains("\"who\":\"a1\",\"action\":\"reveal\",\"kind\":\"document\",\"id\":\"one\"");
    assertThat(run(ExitStatus.OK, "show", "--action", "mute", "--since", "2026-01-01"))
        .hasLineCount(1)
        .contains("\"id\":\"floods\"");
    assertThat(run(ExitStatus.OK, "show", "--since", "2199-01-01")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertThat(run(ExitStatus.USAGE, "verify", "--head", "12")).contains("64 hexadecimal digits");
    assertThat(run(ExitStatus.USAGE)).contains("audit needs one of");
    Files.delete(file);
    assertThat(run(ExitStatus.BAD_INPUT, "verify")).contains("line 2: is missing");
    Files.delete(data.resolve("audit.head"));
    assertThat(run(ExitStatus.ENVIRONMENT, "verify")).contains("there is no audit log", "--data");
  }

  private String run(int status, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("audit"));
    all.addAll(List.of(arguments));
    if (arguments.length > 0) {
      all.addAll(List.of("--data", data.toString()));
    }
    try (MarsadProcess command = MarsadProcess.start(folder, all.toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(status);
      return status == ExitStatus.OK || status == ExitStatus.BAD_INPUT
          ? command.out().strip()
          : command.err();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedNode;

/** The commands below {@code accounts}, each a program of its own over one index. */
class AccountsCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir static Path elasticsearch;
  private static EmbeddedNode node;

  @TempDir Path folder;

  @BeforeAll
  static void startNode() {
    node = EmbeddedNode.start(LocalIndex.home(), elasticsearch, 0);
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @Test
  void accountsAreMadeChangedAndRemoved() throws Exception {
    String good = Files.writeString(folder.resolve("good"), "four words and a comma\n").toString();
    String bad = Files.writeString(folder.resolve("bad"), "short\n").toString();
    assertThat(faulty("add", "observer", "--role", "analyst", "--password-file", good))
        .contains("first account must be an administrator");
    assertThat(faulty("add", "chief", "--role", "admin", "--password-file", bad))
        .contains("shorter than 12")
        .doesNotContain("short\n");
    assertThat(ok("add", "chief", "--role", "admin", "--password-file", good))
        .contains("\"name\":\"chief\"", "\"role\":\"ADMIN\"")
        .doesNotContain("argon2");
    assertThat(faulty("remove", "chief")).contains("last administrator");
    ok("add", "observer", "--role", "analyst", "--password-file", good);
    assertThat(ok("role", "observer", "viewer")).contains("\"role\":\"VIEWER\"");
    assertThat(ok("disable", "observer")).contains("\"disabled\":true");
    assertThat(ok("enable", "observer")).contains("\"disabled\":false");
    assertThat(ok("password", "observer", "--password-file", good)).contains("observer");
    assertThat(faulty("keys", "add", "observer", "figures", "--role", "admin")).contains("at most");
    String key = ok("keys", "add", "observer", "figures");
    assertThat(key).contains("\"name\":\"figures\"").doesNotContain("marsad_");
    String id = key.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(ok("keys", "list", "observer")).contains(id);
    assertThat(ok("keys", "remove", "observer", id)).isEmpty();
    assertThat(ok("remove", "observer")).isEmpty();
    assertThat(ok("list")).hasLineCount(1).contains("chief");
    assertThat(faulty("role", "observer", "admin")).contains("there is no account observer");
    assertThat(Files.readString(DataDirectory.auditLog(data())))
        .contains("make-account", "change-role", "disable-account", "make-key", "remove-account")
        .doesNotContain("observer", "chief");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertThat(run(ExitStatus.USAGE, "add", "x", "--role", "god")).contains("god", "VIEWER");
    assertThat(run(ExitStatus.USAGE)).contains("accounts needs one of");
    assertThat(faulty("add", "x", "--role", "admin", "--password-file", "/nowhere"))
        .contains("/nowhere", "cannot be read");
    assertThat(faulty("add", "x", "--role", "admin")).contains("no password", "standard input");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String ok(String... arguments) throws Exception {
    try (MarsadProcess command = start(arguments)) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isZero();
      return command.out().strip();
    }
  }

  private String faulty(String... arguments) throws Exception {
    return run(ExitStatus.ENVIRONMENT, arguments);
  }

  private String run(int status, String... arguments) throws Exception {
    try (MarsadProcess command = start(arguments)) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(status);
      assertThat(command.err()).doesNotContain("Exception", "\tat ");
      return command.err();
    }
  }

  private MarsadProcess start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("accounts"));
    all.addAll(List.of(arguments));
    if (arguments.length > 0) {
      all.addAll(List.of("--elasticsearch", node.url().toString(), "--data", data().toString()));
    }
    return MarsadProcess.start(folder, all.toArray(String[]::new));
  }
}

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
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.audit.AuditReader;
import org.marsad.index.EmbeddedNode;

/** The commands below {@code alerts}, each a program of its own over one index. */
class AlertsCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String RULES =
      """
      rules:
        - id: floods
          names: {en: Floods, fr: Inondations}
          filters: {text: flood}
          every: hour
      """;

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
  void rulesAreKeptTriedMutedAndForgotten() throws Exception {
    Path rules = Files.writeString(folder.resolve("mine.yaml"), RULES);
    assertThat(ok("rules", "put", rules.toString())).contains("\"origin\":\"USER\"");
    assertThat(ok("rules", "preview", rules.toString()))
        .contains("\"rule\":\"floods\"", "\"expectedAlertsPerMonth\":0.0");
    ok("rules", "put", rules.toString());
    assertThat(ok("rules", "mute", "floods", "--days", "2")).contains("\"mutedUntil\":\"20");
    assertThat(ok("rules", "list")).contains("\"mutedUntil\":\"20").hasLineCount(1);
    assertThat(ok("rules", "decisions", "floods")).isEmpty();
    assertThat(ok("rules", "remove", "floods")).isEmpty();
    assertThat(ok("rules", "list")).isEmpty();
    assertThat(faulty("rules", "mute", "floods")).contains("there is no rule floods");
    assertThat(recorded())
        .containsExactly(
            "local create rule floods",
            "local change rule floods",
            "local mute rule floods",
            "local delete rule floods");
  }

  @Test
  void subscriptionsAreAskedForAndEndedOnRecord() throws Exception {
    String asked = ok("subscriptions", "add", "WEBHOOK", "https://203.0.113.7/secret-path");
    String id = asked.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(faulty("subscriptions", "confirm", id + ".wrong")).contains("does not confirm");
    String code =
        new Tokens(SecretKey.ALERTS.in(folder.resolve("data")).bytes())
            .code(Tokens.Purpose.CONFIRM, id);
    assertThat(ok("subscriptions", "confirm", code)).isEmpty();
    assertThat(ok("subscriptions", "list")).contains("CONFIRMED");
    assertThat(ok("subscriptions", "remove", id)).isEmpty();
    assertThat(faulty("subscriptions", "remove", "none")).contains("there is no subscription none");
    assertThat(recorded())
        .containsExactly(
            "local subscribe subscription " + id,
            "local confirm subscription " + id,
            "local unsubscribe subscription " + id);
    assertThat(Files.readString(auditLog())).doesNotContain("secret-path", code);
  }

  @Test
  void whatCannotBeRecordedDoesNotHappen() throws Exception {
    Path rules = Files.writeString(folder.resolve("mine.yaml"), RULES);
    Files.createDirectories(auditLog());
    assertThat(faulty("rules", "put", rules.toString())).contains("audit log", "cannot be written");
    assertThat(ok("rules", "list")).isEmpty();
  }

  private Path auditLog() {
    return DataDirectory.auditLog(folder.resolve("data"));
  }

  /** Who did what to what, such as "local mute rule floods". */
  private List<String> recorded() throws IOException {
    List<String> acts = new ArrayList<>();
    new AuditReader(auditLog())
        .each(
            act -> true,
            act -> acts.add(act.who() + " " + act.action() + " " + act.kind() + " " + act.id()));
    return acts;
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("faulty.yaml"),
            RULES.replace("hour", "minute").replace("text: flood", "stances: [ANGRY]"));
    assertThat(faulty("rules", "put", rules.toString()))
        .contains("faulty.yaml", "every", "minute", "filters.stances", "ANGRY");
    assertThat(faulty("incidents", "show", "none")).contains("there is no incident none");
    assertThat(run(ExitStatus.USAGE, "subscriptions", "add", "EMAIL", "nobody", "--rule", "x"))
        .contains("EMAIL", "there is no rule")
        .doesNotContain("nobody@");
    assertThat(run(ExitStatus.USAGE, "rules")).contains("rules needs one of");
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
      return command.err();
    }
  }

  private MarsadProcess start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("alerts"));
    all.addAll(List.of(arguments));
    if (arguments.length > 1) {
      all.addAll(List.of("--data", folder.resolve("data").toString()));
      all.addAll(List.of("--elasticsearch", node.url().toString()));
    }
    return MarsadProcess.start(folder, all.toArray(String[]::new));
  }
}

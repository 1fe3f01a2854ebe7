// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.http.DashboardStartException;

/** What is written, through accidents too. */
class AuditLogTest {
  private static final String OLD =
      """
      {"at":"2026-03-01T08:00:00Z","action":"reveal","document":"one"}
      {"at":"2026-03-01T09:00:00Z","action":"mute","rule":"floods"}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audit.jsonl");
  }

  @Test
  void aLineSaysWhoDidWhatToWhatAndHoldsTheHashOfTheOneBefore() throws Exception {
    AuditLog log = open();
    log.record("k7", "reveal", "document", "one");
    log.record("key:9", "export", "query", "documents", Map.of("from", List.of("2026-03-01")));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .startsWith(
            "{\"sequence\":1,\"previous\":\""
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"at\":\"20")
        .endsWith("\"who\":\"k7\",\"action\":\"reveal\",\"document\":\"one\"}");
    assertThat(lines.get(1))
        .startsWith(
            "{\"sequence\":2,\"previous\":\"" + AuditHead.of(1, bytes(lines.get(0))).sha256())
        .endsWith("\"query\":\"documents\",\"details\":{\"from\":[\"2026-03-01\"]}}");
    assertThat(Files.readString(folder.resolve("audit.head")))
        .isEqualTo(AuditHead.of(2, bytes(lines.get(1))) + "\n");
  }

  @Test
  void theChainGoesOnAfterAStop() throws Exception {
    open().record("local", "reveal", "document", "one");
    open().record("local", "reveal", "document", "two");

    assertThat(verify().faults()).isEmpty();
    assertThat(verify().lines()).isEqualTo(2);
  }

  @Test
  void anOldLogIsHeldByTheFirstLineOfTheChain() throws Exception {
    Files.writeString(file, OLD);
    assertThat(verify().faults()).isEmpty();
    open().record("local", "reveal", "document", "three");

    Verification found = verify();
    assertThat(found.faults()).isEmpty();
    assertThat(found.unchained()).isEqualTo(2);
    assertThat(Objects.requireNonNull(found.head()).sequence()).isEqualTo(3);
    assertThat(found.first()).isEqualTo("2026-03-01T08:00:00Z");

    Files.writeString(file, Files.readString(file).replace("floods", "floodz"));
    assertThat(verify().faults()).hasSize(1);
    assertThat(verify().faults().get(0).toString()).contains("line 3", "they were changed");
  }

  @Test
  void aTornLineIsMendedAtTheNextStartAndTold() throws Exception {
    open().record("local", "reveal", "document", "one");
    byte[] whole = Files.readAllBytes(file);
    open().record("local", "reveal", "document", "two");
    byte[] both = Files.readAllBytes(file);
    String head = AuditHead.of(1, bytes(Files.readAllLines(file).get(0))) + "\n";

    for (int length = whole.length + 1; length < both.length; length += 7) {
      Files.write(file, Arrays.copyOf(both, length));
      Files.writeString(folder.resolve("audit.head"), head);
      assertThat(verify().torn()).isEqualTo(length - whole.length);
      assertThat(verify().faults()).isEmpty();

      open().record("local", "reveal", "document", "three");

      assertThat(verify().faults()).isEmpty();
      assertThat(verify().torn()).isZero();
      assertThat(Files.readAllLines(file)).hasSize(3);
      assertThat(Files.readAllLines(file).get(1))
          .contains(
              "\"who\":\"marsad\",\"action\":\"mend\",\"torn-line\":\""
                  + (length - whole.length)
                  + " bytes\"");
    }
  }

  @Test
  void aPowerCutBetweenLineAndHeadBreaksNothing() throws Exception {
    open().record("local", "reveal", "document", "one");
    byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
    open().record("local", "reveal", "document", "two");
    Files.write(folder.resolve("audit.head"), head);

    assertThat(verify().faults()).isEmpty();
    open().record("local", "reveal", "document", "three");
    assertThat(verify().faults()).isEmpty();
    assertThat(Objects.requireNonNull(verify().head()).sequence()).isEqualTo(3);
  }

  @Test
  void anEndThatWasCutOffStaysMissing() throws Exception {
    open().record("local", "reveal", "document", "one");
    byte[] one = Files.readAllBytes(file);
    open().record("local", "reveal", "document", "two");
    Files.write(file, one);
    assertThat(verify().faults().toString()).contains("line 2", "is missing");

    open().record("local", "reveal", "document", "three");
    open().record("local", "reveal", "document", "four");

    assertThat(verify().faults()).hasSize(1);
    assertThat(verify().faults().get(0).toString())
        .contains("audit.jsonl, line 2: is number 3 where number 2 should be");
  }

  @Test
  void aLastLineThatWasChangedStaysFound() throws Exception {
    open().record("local", "reveal", "document", "one");
    Files.writeString(file, Files.readString(file).replace("one", "two"));
    open().record("local", "reveal", "document", "three");

    assertThat(verify().faults().toString())
        .contains("line 2: does not fit the line before it: one of the two was changed");
  }

  @Test
  void linesThatAnotherProgramAddsAreFound() throws Exception {
    open().record("local", "reveal", "document", "one");
    Files.writeString(file, OLD, StandardOpenOption.APPEND);
    open().record("local", "reveal", "document", "two");

    assertThat(verify().faults()).hasSize(2);
    assertThat(verify().faults().get(0).toString()).contains("line 2: is not of the chain");
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    AuditLog shared = open();
    for (int thread = 0; thread < 8; thread++) {
      AuditLog log = thread % 2 == 0 ? shared : open();
      String who = "account-" + thread;
      running.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 25; i++) {
                  log.record(who, "reveal", "document", "d" + i);
                  assertThat(verify().faults()).isEmpty();
                }
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();

    assertThat(verify().faults()).isEmpty();
    assertThat(verify().lines()).isEqualTo(200);
  }

  @Test
  void whatCannotBeRecordedIsFoundAtTheStart() throws Exception {
    Files.createDirectory(file);
    assertThatThrownBy(this::open)
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("audit.jsonl cannot be written");
  }

  @Test
  void aDamagedHeadStopsTheRecord() throws Exception {
    open().record("local", "reveal", "document", "one");
    Files.writeString(folder.resolve("audit.head"), "1:none\n");

    assertThatThrownBy(() -> open().record("local", "reveal", "document", "two"))
        .hasMessageContaining("audit.head is damaged");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  private AuditLog open() {
    return new AuditLog(file, Clock.systemUTC());
  }

  private Verification verify() throws IOException {
    return AuditVerifier.verify(file, List.of());
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every small change of a log is found, wherever it is. */
class AuditTamperingTest {
  @TempDir Path folder;
  private Path file;
  private byte[] whole;
  private List<String> lines = List.of();

  @BeforeEach
  void writeLog() throws IOException {
    file = folder.resolve("audit.jsonl");
    Files.writeString(
        file, "{\"at\":\"2026-03-01T08:00:00Z\",\"action\":\"reveal\",\"document\":\"zero\"}\n");
    AuditLog log = new AuditLog(file, Clock.systemUTC());
    log.record("local", "reveal", "document", "one");
    log.record("a1", "label", "document", "مهاجرون");
    log.record("a1", "export", "query", "search", Map.of("from", List.of("2026-03-01")));
    log.record("nobody", "refuse-login", "reason", "password");
    whole = Files.readAllBytes(file);
    lines = Files.readAllLines(file);
    assertThat(verify().faults()).isEmpty();
  }

  @Test
  void everyChangeOfAByteIsFound() throws Exception {
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      Files.write(file, changed);
      assertThat(verify().faults()).as("bit %d of byte %d", at % 8, at).isNotEmpty();
      changed[at] = (byte) (whole[at] == '\n' ? ' ' : '\n');
      Files.write(file, changed);
      assertThat(verify().faults()).as("line feed at byte %d", at).isNotEmpty();
    }
  }

  @Test
  void everyByteThatIsMissingOrAddedIsFound() throws Exception {
    for (int at = 0; at < whole.length; at++) {
      byte[] shorter = new byte[whole.length - 1];
      System.arraycopy(whole, 0, shorter, 0, at);
      System.arraycopy(whole, at + 1, shorter, at, shorter.length - at);
      Files.write(file, shorter);
      assertThat(verify().faults()).as("without byte %d", at).isNotEmpty();

      byte[] longer = new byte[whole.length + 1];
      System.arraycopy(whole, 0, longer, 0, at);
      longer[at] = (byte) " \n0".charAt(at % 3);
      System.arraycopy(whole, at, longer, at + 1, whole.length - at);
      Files.write(file, longer);
      assertThat(verify().faults()).as("%d more at byte %d", longer[at], at).isNotEmpty();
    }
  }

  @Test
  void everyEndThatIsCutOffIsFound() throws Exception {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(verify().faults()).as("the first %d bytes", length).isNotEmpty();
    }
  }

  @Test
  void everyLineThatIsRemovedDoubledOrMovedIsFound() throws Exception {
    for (int i = 0; i < lines.size(); i++) {
      List<String> removed = new ArrayList<>(lines);
      removed.remove(i);
      assertFound(removed);
      for (int j = 0; j <= lines.size(); j++) {
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(j, lines.get(i));
        assertFound(doubled);
      }
      for (int j = 0; j < i; j++) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i, j);
        assertFound(swapped);
      }
    }
  }

  @Test
  void everyChangeOfTheHeadIsFound() throws Exception {
    Path head = folder.resolve("audit.head");
    byte[] written = Files.readAllBytes(head);
    for (int at = 0; at < written.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = written.clone();
        changed[at] ^= (byte) (1 << bit);
        Files.write(head, changed);
        assertThat(verify().faults()).as("bit %d of byte %d", bit, at).isNotEmpty();
      }
    }
    Files.delete(head);
    assertThat(verify().faults().toString()).contains("audit.head: is missing");
  }

  @Test
  void aChainThatWasMadeAnewIsFoundByANotedHead() throws Exception {
    AuditHead noted = verify().head();
    Files.delete(file);
    Files.delete(folder.resolve("audit.head"));
    AuditLog forged = new AuditLog(file, Clock.systemUTC());
    for (int i = 0; i < 9; i++) {
      forged.record("local", "reveal", "document", "harmless");
    }

    assertThat(verify().faults()).isEmpty();
    assertThat(AuditVerifier.verify(file, List.of(noted)).faults()).hasSize(1);
  }

  private void assertFound(List<String> changed) throws IOException {
    String text = String.join("\n", changed) + "\n";
    if (!text.equals(new String(whole, StandardCharsets.UTF_8))) {
      Files.writeString(file, text);
      assertThat(verify().faults()).as(text).isNotEmpty();
    }
  }

  private Verification verify() throws IOException {
    return AuditVerifier.verify(file, List.of());
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.job.local.LocalJob;
import org.marsad.job.sink.IndexSink;
import org.marsad.sources.KeyFile;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.ArchiveSource;
import org.marsad.sources.archive.FieldMapping;

/** The local cluster opens ports of its own; nobody on the network may reach one of them. */
class LoopbackOnlyTest {
  /** The state of a listening socket in the kernel's table. */
  private static final String LISTENING = "0A";

  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir Path folder;

  @Test
  void everyPortIsOnLoopback() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/net")), "only Linux tells its sockets so");
    Files.writeString(folder.resolve("posts.jsonl"), "{\"text\":\"one\"}\n".repeat(5_000));
    ArchiveInput input = new ArchiveInput(List.of(folder), null, FieldMapping.USUAL, null, null);
    MainPipeline pipeline =
        new MainPipeline(
            new ArchiveSource(input, KeyFile.of(new byte[32])),
            new IndexSink(new IndexAddress(INDEX.node().url(), null)),
            Duration.ofDays(1));
    try (LocalJob job = LocalJob.startBounded(pipeline, 1)) {
      assertThat(listening()).isNotEmpty().isSubsetOf(LOOPBACK);
    }
  }

  /** The addresses on which this process listens, as the kernel writes them. */
  private static List<String> listening() throws IOException {
    Set<String> own = new HashSet<>();
    try (var files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)) {
          own.add(Files.readSymbolicLink(file).toString());
        }
      }
    } catch (IOException closedMeanwhile) {
      throw new IOException("the open files of this process cannot be listed", closedMeanwhile);
    }
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      List<String> rows = Files.readAllLines(Path.of(table));
      for (String row : rows.subList(1, rows.size())) {
        String[] fields = row.strip().split("\\s+", -1);
        if (fields[3].equals(LISTENING) && own.contains("socket:[" + fields[9] + "]")) {
          addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
        }
      }
    }
    return addresses;
  }
}

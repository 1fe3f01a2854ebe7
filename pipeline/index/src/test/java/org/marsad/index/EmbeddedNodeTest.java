// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.EmbeddedNodeException.Reason;

class EmbeddedNodeTest {
  private static final Path HOME = Path.of(System.getProperty("marsad.home"));

  @TempDir Path directory;

  @Test
  void refusesADataDirectoryThatAnotherNodeHolds() {
    try (EmbeddedNode node = EmbeddedNode.start(HOME, directory, 0)) {
      assertThat(node.isAlive()).isTrue();
      assertFails(HOME, directory, 0, Reason.DATA_LOCKED, "stop it or use another --data");
    }
  }

  @Test
  void takesOverFromAProgramThatWasKilled() throws IOException {
    ChildProcess orphan = ChildProcess.start(HOME, directory, 0);
    orphan.abandon();
    try (EmbeddedNode node = EmbeddedNode.start(HOME, directory, orphan.port())) {
      assertThat(node.url().getPort()).isEqualTo(orphan.port());
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void refusesAPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFails(HOME, directory, taken.getLocalPort(), Reason.PORT_IN_USE, "choose another");
    }
  }

  @Test
  void refusesADataDirectoryItCannotWriteTo() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertFails(HOME, file, 0, Reason.DATA_UNWRITABLE, "choose another with --data");
  }

  @Test
  void saysThatTheCheckoutIsNotBuilt() {
    assertFails(directory, directory, 0, Reason.NOT_BUILT, "build first");
  }

  private static void assertFails(Path home, Path data, int port, Reason reason, String remedy) {
    assertThatThrownBy(() -> EmbeddedNode.start(home, data, port).close())
        .isInstanceOfSatisfying(
            EmbeddedNodeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(remedy);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Secret;
import org.marsad.model.SecretException;

/** An Elasticsearch of somebody's own, by TLS and with a key. */
class TlsConnectionTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir static Path folder;
  private static TlsFront front;

  @BeforeAll
  static void start() throws Exception {
    front = TlsFront.start(INDEX.node().url(), "ip:127.0.0.1", folder.resolve("front"));
  }

  @AfterAll
  static void stop() {
    front.close();
  }

  @Test
  void worksWithItsAuthorityAndKey() throws Exception {
    try (IndexConnection connection = open(front, TlsFront.KEY + "\n", front.certificate())) {
      assertThat(connection.verify()).startsWith("8.");
      connection.installTemplates();
      connection.refresh();
      assertThat(connection.<Long>call(c -> c.count(q -> q.index(IndexNames.ALL)).count()))
          .isZero();
    }
  }

  @Test
  void refusesACertificateThatNobodyKnows() throws Exception {
    assertRefused(open(front, TlsFront.KEY, null), "is not trusted", "check --ca-file");
    Path other = folder.resolve("other");
    try (TlsFront stranger = TlsFront.start(INDEX.node().url(), "ip:127.0.0.1", other)) {
      assertRefused(
          open(front, TlsFront.KEY, stranger.certificate()), "is not trusted", "check --ca-file");
    }
  }

  @Test
  void refusesACertificateForAnotherHost() throws Exception {
    Path other = folder.resolve("elsewhere");
    try (TlsFront elsewhere = TlsFront.start(INDEX.node().url(), "dns:search.example.org", other)) {
      assertRefused(
          open(elsewhere, TlsFront.KEY, elsewhere.certificate()),
          "not one for that host",
          "the host in --elasticsearch");
    }
  }

  @Test
  void namesTheKeyFileWhenTheKeyIsWrong() throws Exception {
    assertRefused(open(front, "d3Jvbmc=", front.certificate()), "(401)", "check --api-key-file");
  }

  @Test
  void saysWhatIsWrongWithFiles() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.crt"));
    for (Path file : new Path[] {empty, folder.resolve("absent.crt")}) {
      assertThatThrownBy(() -> open(front, TlsFront.KEY, file))
          .isInstanceOf(IndexRefusedException.class)
          .hasMessageContaining("no certificate in PEM in " + file + ": check --ca-file");
    }
    Path absent = folder.resolve("absent.key");
    assertThatThrownBy(
            () -> IndexConnection.open(new IndexAddress(front.url(), Secret.inFile(absent))))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("the file " + absent + " cannot be read");
  }

  @Test
  void aServerThatSpeaksNoTlsIsNotThere() throws Exception {
    try (IndexConnection connection =
        IndexConnection.open(
            URI.create("https://127.0.0.1:" + INDEX.node().url().getPort()), null)) {
      assertThatThrownBy(connection::verify)
          .isInstanceOf(IndexUnavailableException.class)
          .hasMessageContaining("cannot be reached");
    }
  }

  private static IndexConnection open(TlsFront server, String key, @Nullable Path authority)
      throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "api", ".key"), key);
    return IndexConnection.open(
        new IndexAddress(
            server.url(), Secret.inFile(file), authority == null ? null : authority.toFile()));
  }

  private static void assertRefused(IndexConnection connection, String what, String remedy) {
    try (connection) {
      assertThatThrownBy(connection::verify)
          .isInstanceOf(IndexRefusedException.class)
          .hasMessageContaining(what)
          .hasMessageContaining(remedy)
          .message()
          .doesNotContain(TlsFront.KEY);
    }
  }
}

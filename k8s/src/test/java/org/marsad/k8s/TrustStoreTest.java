// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that the Pods begin with, run as they run it. */
class TrustStoreTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  @Test
  void trustsWhomTheJdkTrustsAndElasticsearch() throws Exception {
    Path certificate = folder.resolve("ca.crt");
    Path store = folder.resolve("trust.p12");
    Files.writeString(certificate, ownCertificate());
    run(certificate, store);
    KeyStore made = load(store);
    assertThat(made.isCertificateEntry("elasticsearch")).isTrue();
    assertThat(made.size()).isEqualTo(load(JAVA.resolve("lib/security/cacerts")).size() + 1);

    // A container that starts again finds what the first start has left.
    run(certificate, store);
    assertThat(load(store).size()).isEqualTo(made.size());
  }

  private String ownCertificate() throws Exception {
    Path own = folder.resolve("own.p12");
    call(
        JAVA.resolve("bin/keytool").toString(),
        "-genkeypair",
        "-alias",
        "own",
        "-dname",
        "CN=marsad-es-http",
        "-keyalg",
        "EC",
        "-keystore",
        own.toString(),
        "-storepass",
        new String(PASSWORD));
    byte[] encoded = load(own).getCertificate("own").getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static void run(Path certificate, Path store) throws Exception {
    Path script = Home.MANIFESTS.resolve("base/elasticsearch/trust.sh");
    call("bash", script.toString(), certificate.toString(), store.toString());
  }

  private static void call(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", JAVA.toString());
    environment.put("PATH", JAVA.resolve("bin") + ":" + environment.get("PATH"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static KeyStore load(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(in, PASSWORD);
      return store;
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.IndexAddress;
import org.marsad.job.Graph;
import org.marsad.job.GraphRules;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.model.Secret;

/**
 * Flink keeps the graphs of jobs in its storage for failover, sends them to all its machines, and
 * shows parts of them. So none holds a secret, only where it is.
 */
class JobGraphSecretsTest {
  private static final List<String> SECRETS =
      List.of(
          "planted-smtp-password",
          "planted-telegram-token",
          "planted-api-key",
          "planted-key-of-pseudonyms",
          "planted-key-of-alerts");

  @TempDir Path folder;
  private Configuration configuration;
  private IndexAddress index;

  @BeforeEach
  void plant() throws Exception {
    Files.writeString(folder.resolve("password"), SECRETS.get(0));
    Files.writeString(folder.resolve("token"), SECRETS.get(1));
    Files.writeString(folder.resolve("api.key"), SECRETS.get(2));
    Path keys = Files.createDirectories(folder.resolve("data/secrets"));
    Files.writeString(keys.resolve("pseudonym.key"), SECRETS.get(3));
    Files.writeString(keys.resolve("alerts.key"), SECRETS.get(4));
    Path settings =
        Files.writeString(
            folder.resolve("marsad.yaml"),
            Files.readString(ShippedConfiguration.settingsOr(null))
                    .replace("  rules-file: rules.yaml\n", "")
                + """

                  mail:
                    host: mail.planted.example
                    port: 587
                    security: starttls
                    user: marsad
                    password-file: password
                    from: Marsad <alerts@example.org>
                  telegram:
                    token-file: token
                """);
    configuration =
        Configuration.read(
            settings, ShippedConfiguration.outletsOr(null), ShippedConfiguration.networksOr(null));
    index =
        new IndexAddress(
            URI.create("https://search.planted.example:9200"),
            Secret.inFile(folder.resolve("api.key")));
  }

  @Test
  void theMainGraphSaysOnlyWhereItsSecretsAre() throws Exception {
    Path data = folder.resolve("data");
    String graph =
        serialized(
            Graphs.main(
                configuration, index, SecretKey.PSEUDONYMS.in(data), DataDirectory.archive(data)));
    assertThat(graph).contains("search.planted.example", "api.key", "pseudonym.key");
    assertThat(graph).doesNotContain(forms());
  }

  @Test
  void theGraphThatAlertsSaysOnlyWhereItsSecretsAre() throws Exception {
    String graph =
        serialized(
            Graphs.alerts(
                configuration,
                index,
                SecretKey.ALERTS.in(folder.resolve("data")),
                new RoundSchedule(Duration.ZERO, Duration.ZERO)));
    assertThat(graph)
        .contains("search.planted.example", "mail.planted.example", "alerts.key", "token");
    assertThat(graph).doesNotContain(forms());
  }

  /** As it is handed to a cluster; each letter is a byte. */
  private static String serialized(Graph graph) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(GraphRules.configuration());
    graph.buildOn(environment);
    StreamGraph handed = environment.getStreamGraph();
    byte[] job = InstantiationUtil.serializeObject(handed.getJobGraph());
    return new String(job, ISO_8859_1);
  }

  private static String[] forms() {
    return SECRETS.stream()
        .flatMap(
            secret -> Stream.of(secret, Base64.getEncoder().encodeToString(secret.getBytes(UTF_8))))
        .toArray(String[]::new);
  }
}

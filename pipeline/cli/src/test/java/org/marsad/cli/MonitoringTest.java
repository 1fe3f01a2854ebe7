// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.SearchDelay;
import org.marsad.model.Json;
import org.marsad.model.Morocco;

/** Rules, board and list of metrics against what a running Marsad exposes. */
class MonitoringTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Path MONITORING = LocalIndex.home().resolve("dashboards/monitoring");
  private static final Pattern DASHBOARD = Pattern.compile("Dashboard      (http\\S+)");
  private static final Pattern NAME = Pattern.compile("\\b(?:marsad|flink)_[A-Za-z_]+");
  private static final Pattern SERIES =
      Pattern.compile("(marsad_[a-z_]+)(\\{[^{}]*\\})? -?[0-9.]+(?:E-?[0-9]+)?");
  private static final String OF_FLINK = "flink_taskmanager_job_task_operator_";
  private static final Set<String> OF_JOB =
      Stream.concat(CounterNames.ALL.stream(), Stream.of(SearchDelay.NAME))
          .collect(Collectors.toSet());

  private static final String SENT = "marsad_alert_messages{state=\"SENT\"} 1\n";

  @TempDir Path folder;

  @Test
  void whatIsAskedForIsThere() throws Exception {
    // Of today: what is older tells no delay.
    DemoArchive archive = DemoArchive.generate(LocalDate.now(Morocco.TIME));
    try (OutletServer outlets = OutletServer.start(archive, 0);
        FloodAlerts alerts = new FloodAlerts(folder)) {
      String catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml")).toString();
      String data = folder.resolve("data").toString();
      Path settings = withRetention(alerts.settings("1s"));
      try (MarsadProcess marsad =
          MarsadProcess.start(
              folder,
              "run",
              "--data",
              data,
              "--outlets",
              catalogue,
              "--port",
              "0",
              "--config",
              settings.toString())) {
        marsad.await("documents", LIMIT, () -> marsad.indexedSoFar() > 50);
        alerts.subscribe(settings, "EMAIL", "reader@example.org");
        marsad.await("every gauge", LIMIT, () -> empty(metrics(marsad)).isEmpty());
        marsad.await("the alert's message", LIMIT, () -> metrics(marsad).contains(SENT));
        check(metrics(marsad));
      }
    }
  }

  private static void check(String exposed) throws IOException {
    assertThat(exposed.lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> SERIES.matcher(line).matches());
    Set<String> names = families(exposed);
    assertThat(listed()).isEqualTo(names);
    for (String query : queries()) {
      for (String name : namesIn(query)) {
        assertThat(isExposed(name, names)).as(name + " of " + query).isTrue();
      }
      assertThat(query.chars().filter(c -> c == '(').count())
          .as(query)
          .isEqualTo(query.chars().filter(c -> c == ')').count());
    }
    assertThat(exposed)
        .contains(
            "marsad_index_up 1\n",
            "marsad_job_documents_total{step=\"indexed\"} ",
            "marsad_source_up{feed=\"http",
            "marsad_search_delay_seconds{quantile=\"0.95\"} ",
            SENT,
            "marsad_retention_held_back 0\n",
            "marsad_http_requests_total{method=\"GET\",path=\"/metrics\",status=\"200\"}")
        .doesNotContain("/documents/");
  }

  private static Set<String> families(String exposed) {
    return exposed
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ")[2])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those without a value; all of them as long as nothing answers. */
  private static Set<String> empty(String exposed) {
    Set<String> empty = exposed.isEmpty() ? new TreeSet<>(Set.of("all")) : families(exposed);
    // A demo that is read to its end has none.
    empty.remove("marsad_rejections");
    exposed
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> empty.removeIf(name -> line.matches(name + "(_[a-z]+)?[ {].*")));
    return empty;
  }

  private static Path withRetention(Path settings) throws IOException {
    return Files.writeString(settings, RetentionSettings.withRetention(Files.readString(settings)));
  }

  private static boolean isExposed(String name, Set<String> names) {
    return name.startsWith(OF_FLINK)
        ? OF_JOB.contains(name.substring(OF_FLINK.length()))
        : names.contains(name.replaceFirst("_(bucket|sum|count)$", "")) || names.contains(name);
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    JsonNode rules = new YAMLMapper().readTree(MONITORING.resolve("alert-rules.yaml").toFile());
    for (JsonNode rule : rules.at("/groups/0/rules")) {
      assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
      assertThat(rule.at("/annotations/action").asText()).isNotBlank();
      queries.add(rule.path("expr").asText());
    }
    JsonNode board = Json.MAPPER.readTree(MONITORING.resolve("grafana-board.json").toFile());
    board.findValuesAsText("expr").forEach(queries::add);
    assertThat(queries).hasSizeGreaterThan(30);
    return queries;
  }

  /** Of the table in the README. */
  private static Set<String> listed() throws IOException {
    return Files.readAllLines(MONITORING.resolve("README.md")).stream()
        .filter(line -> line.startsWith("| `marsad_"))
        .map(line -> line.split("`")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> namesIn(String query) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(query);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  private static String metrics(MarsadProcess marsad) {
    Matcher dashboard = DASHBOARD.matcher(marsad.err());
    try {
      return dashboard.find() ? MarsadProcess.get(dashboard.group(1) + "metrics") : "";
    } catch (IOException notYet) {
      return "";
    }
  }
}

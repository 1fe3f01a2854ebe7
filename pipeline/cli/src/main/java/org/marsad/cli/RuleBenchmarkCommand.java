// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.JudgedRule;
import org.marsad.alerts.incident.Round;
import org.marsad.alerts.incident.RoundJudge;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures one hour's round of many rules over many documents. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Judges many rules on one closed hour of an index with many documents, as the alert job does",
      "each hour, and beside it some of them one by one, and prints both rates and their ratio."
    },
    footer = {
      "",
      "The index is a fresh one in a temporary folder. Filling it takes some minutes and is not",
      "counted.",
      "",
      "Example: ./marsad benchmark rules --rules 1000 --documents 1000000"
    })
final class RuleBenchmarkCommand implements Callable<Integer> {
  private static final Duration SPAN = Duration.ofDays(40);

  @Option(
      names = "--rules",
      paramLabel = "N",
      description = "How many rules (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  int rules;

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "How many documents (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000000")
  int documents;

  @Override
  public Integer call() throws Exception {
    if (rules < 10 || documents < 1_000) {
      throw new Remedy("give at least 10 --rules and 1000 --documents");
    }
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
      Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
      FilledIndex.fill(index, data, folder, documents, end, SPAN);
      measure(
          new AlertIndex(index.connection()),
          new Round(Granularity.HOUR, end.minus(1, ChronoUnit.HOURS), end, false));
      return ExitStatus.OK;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private void measure(AlertIndex alerts, Round round) throws Exception {
    List<AlertRule> all = GeneratedRules.of(rules);
    RoundJudge judge = new RoundJudge(alerts.counts(), Clock.systemUTC());
    List<AlertRule> some = new ArrayList<>(all.subList(0, Math.min(rules, 50)));
    judge.judge(round, some);

    long started = System.nanoTime();
    for (AlertRule rule : some) {
      judge.judge(round, List.of(rule));
    }
    double oneByOne = some.size() / seconds(started);

    PeakHeap.reset();
    started = System.nanoTime();
    List<JudgedRule> judged = judge.judge(round, all);
    double seconds = seconds(started);
    report(judged, seconds, oneByOne);
  }

  private void report(List<JudgedRule> judged, double seconds, double oneByOne) throws Exception {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("documents", documents);
    figures.put("rules", judged.size());
    figures.put("seconds", Math.round(seconds * 10) / 10.0);
    figures.put("rulesPerSecond", Math.round(judged.size() / seconds));
    figures.put("oneByOnePerSecond", Math.round(oneByOne));
    figures.put("ratio", Math.round(judged.size() / seconds / oneByOne * 100) / 100.0);
    figures.put("faults", count(judged, Decision.Outcome.FAULT));
    figures.put("alarms", count(judged, Decision.Outcome.ALARM));
    figures.put("peakHeapMegabytes", PeakHeap.bytes() >> 20);
    Terminal.out().println(Json.MAPPER.writeValueAsString(figures));
  }

  private static long count(List<JudgedRule> judged, Decision.Outcome outcome) {
    return judged.stream().filter(one -> one.decision().outcome() == outcome).count();
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}

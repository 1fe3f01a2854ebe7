// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.marsad.demo.farm.FeedFarm;
import org.marsad.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs Marsad against a farm of feeds, kills it now and then, and counts. */
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Serves many feeds on many hosts of this machine, with delays, errors and robots rules, lets",
      "./marsad run poll them, kills it now and then with -9, and holds what the index has against",
      "what was published."
    },
    footer = {
      "",
      "The summary is one line of JSON. Status 1: an item is missing, or a host was asked too"
          + " often.",
      "",
      "Example: ./marsad benchmark feeds --minutes 10 --kills 4"
    })
final class FarmBenchmarkCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long SEED = 20_261_128;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      description = "How many hosts (default: ${DEFAULT-VALUE}).",
      defaultValue = "200")
  int hosts;

  @Option(
      names = "--feeds",
      paramLabel = "N",
      description = "How many feeds (default: ${DEFAULT-VALUE}).",
      defaultValue = "500")
  int feeds;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "For how long they publish (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  int minutes;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "How often Marsad is killed in that time (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  int kills;

  @Option(
      names = "--item-every",
      paramLabel = "SECONDS",
      description = "Between two items of one feed (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  int itemEvery;

  @Option(
      names = "--poll-every",
      paramLabel = "SECONDS",
      description = "Between two polls of one feed (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  int pollEvery;

  @Override
  public Integer call() throws Exception {
    if (hosts < 1 || feeds < hosts || minutes < 1 || kills < 0 || itemEvery < 1 || pollEvery < 1) {
      throw new Remedy("give at least one host, a feed for each, a minute and whole seconds");
    }
    FeedFarm.Size size =
        new FeedFarm.Size(
            hosts,
            feeds,
            Duration.ofSeconds(itemEvery),
            Duration.ofSeconds(pollEvery),
            Duration.ofSeconds(1),
            SEED);
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try (FeedFarm farm = FeedFarm.start(size)) {
      Path catalogue = farm.writeCatalogue(folder.resolve("outlets.yaml"));
      try (FarmRun run = new FarmRun(folder, catalogue)) {
        run.through(Duration.ofMinutes(minutes), kills, new Random(SEED));
        farm.calm();
        FarmAccount account = run.settled(farm.items(), PATIENCE);
        account.missing().forEach(item -> Terminal.err().println("missing: " + item));
        report(farm.treatment(), account, run.peakMemory());
        return account.missing().isEmpty() && farm.treatment().tooClose() == 0
            ? ExitStatus.OK
            : ExitStatus.BAD_INPUT;
      }
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private void report(FeedFarm.Treatment treatment, FarmAccount account, long peakMemory)
      throws Exception {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("hosts", hosts);
    figures.put("feeds", feeds);
    figures.put("kills", kills);
    figures.put("published", account.published());
    figures.put("indexed", account.indexed());
    figures.put("duplicates", account.duplicates());
    figures.put("rejected", account.rejected());
    figures.put("twice", account.twice());
    figures.put("missing", account.missing().size());
    figures.put("unexpected", account.unexpected());
    figures.put("feedRequests", treatment.feedRequests());
    figures.put("pages", treatment.pages());
    figures.put("pagesPerSecond", Math.round(treatment.pages() / (minutes * 6.0)) / 10.0);
    figures.put("requestsTooClose", treatment.tooClose());
    figures.put("pollGapMedianSeconds", seconds(treatment.pollGaps(), 0.5));
    figures.put("pollGap95Seconds", seconds(treatment.pollGaps(), 0.95));
    figures.put("peakResidentMegabytes", peakMemory >> 20);
    Terminal.out().println(Json.MAPPER.writeValueAsString(figures));
  }

  private static double seconds(List<Duration> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) ((sorted.size() - 1) * share)).toMillis() / 1000.0;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.marsad.demo.farm.FeedFarm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs Marsad for long at a steady rate, while much goes wrong, and sees whether it stays well. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lets ./marsad run poll a farm of feeds at a steady rate. Up to 6 of 100 answers of a host",
      "are a 500, a 503, cut off, broken XML, slow or none at all, and Elasticsearch is killed",
      "once. Memory, open files, counts and the time from publication to search are looked at."
    },
    footer = {
      "",
      "Prints a table and one line of JSON. Status 1: an item is missing, is there twice or was"
          + " given",
      "up; or the heap after a collection, the memory or the open files grew between the second",
      "third of the time and the last.",
      "",
      "Example: ./marsad benchmark soak --minutes 10",
      "Example: ./marsad benchmark soak --minutes 60"
    })
final class SoakCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(500);
  private static final long SEED = 20_261_128;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "For how long, from the first document on (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  int minutes;

  @Option(
      names = "--feeds",
      paramLabel = "N",
      description = "How many feeds, each on a host of its own (default: ${DEFAULT-VALUE}).",
      defaultValue = "40")
  int feeds;

  @Option(
      names = "--item-every",
      paramLabel = "SECONDS",
      description = "Between two items of one feed (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  int itemEvery;

  @Option(
      names = "--poll-every",
      paramLabel = "SECONDS",
      description = "Between two polls of one feed (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  int pollEvery;

  @Override
  public Integer call() throws Exception {
    if (minutes < 1 || feeds < 1 || itemEvery < 1 || pollEvery < 1) {
      throw new Remedy("give at least one minute, one feed and whole seconds");
    }
    FeedFarm.Size size =
        new FeedFarm.Size(
            feeds,
            feeds,
            Duration.ofSeconds(itemEvery),
            Duration.ofSeconds(pollEvery),
            BETWEEN_REQUESTS,
            SEED);
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try (FeedFarm farm = FeedFarm.start(size)) {
      Path catalogue = farm.writeCatalogue(folder.resolve("outlets.yaml"));
      try (FarmRun run = new FarmRun(folder, catalogue);
          Soak soak = new Soak(run)) {
        soak.through(Duration.ofMinutes(minutes));
        farm.calm();
        FarmAccount account = run.settled(farm.items(), PATIENCE);
        account.missing().forEach(item -> Terminal.err().println("missing: " + item));
        SoakReport report =
            new SoakReport(minutes, account, soak.growths(), soak.delays(farm.items()));
        report.print();
        return report.isWell() ? ExitStatus.OK : ExitStatus.GATE_FAILED;
      }
    } finally {
      TemporaryFolder.delete(folder);
    }
  }
}

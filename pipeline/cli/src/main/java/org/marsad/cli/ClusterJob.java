// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.time.Instant;
import org.marsad.index.IndexAddress;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.Graph;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.cluster.ApplicationJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Where a Flink cluster begins: reads the files that {@code ./marsad run} reads, and hands Flink
 * one of the two graphs that run there together. A fault goes to Flink, which tells it and tries
 * again.
 */
@Command(name = "cluster-job")
public final class ClusterJob {
  /** Which graph. */
  enum Kind {
    MAIN,
    ALERTS
  }

  @Parameters(paramLabel = "JOB", description = "${COMPLETION-CANDIDATES}")
  Kind kind = Kind.MAIN;

  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin NetworksFile networks = new NetworksFile();

  @Mixin IndexOptions index = new IndexOptions();

  private ClusterJob() {}

  static ClusterJob of(String... arguments) {
    ClusterJob job = new ClusterJob();
    new CommandLine(job).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return job;
  }

  /**
   * Returns when the job has ended. It does not exit, since it runs in Flink's own JVM.
   *
   * @throws Exception what keeps the job from starting, or made it fail
   */
  public static void main(String[] arguments) throws Exception {
    of(arguments).run();
  }

  private void run() throws Exception {
    Configuration read = configuration();
    IndexAddress cluster = index.cluster();
    if (cluster == null) {
      throw new Remedy("--elasticsearch is missing: a cluster's job has no index of its own.");
    }
    MoroccoClock.check(Instant.now());
    try (LocalIndex opened = LocalIndex.of(cluster)) {
      prepare(read, opened);
    }
    ApplicationJob.run(
        kind == Kind.MAIN ? "marsad" : "marsad alerts",
        graph(read, cluster),
        read.settings().pipeline().checkpointEvery());
  }

  Configuration configuration() {
    return Configuration.read(settings.path(), outlets.path(), networks.path());
  }

  private void prepare(Configuration read, LocalIndex opened) {
    if (kind == Kind.MAIN) {
      MissingKeys.warn(read.networks());
      Fiction.keepApart(read, new DocumentQueries(opened.connection()));
    } else {
      RulesOfFile.keep(
          read.settings().alerts().rulesFile(), new AlertIndex(opened.connection()).rules());
    }
  }

  /** Of the keys that lie in the data directory; a cluster mounts them there. */
  Graph graph(Configuration read, IndexAddress cluster) {
    return kind == Kind.MAIN
        ? Graphs.main(
            read, cluster, SecretKey.PSEUDONYMS.in(index.data), DataDirectory.archive(index.data))
        : Graphs.alerts(
            read,
            cluster,
            SecretKey.ALERTS.in(index.data),
            new RoundSchedule(read.settings().alerts().late(), Duration.ZERO));
  }
}

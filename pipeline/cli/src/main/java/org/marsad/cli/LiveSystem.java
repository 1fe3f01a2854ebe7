// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.store.Shelf;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.index.IndexAddress;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.trend.MarkedEvent;
import org.marsad.index.trend.TrendQueries;
import org.marsad.job.Graph;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.local.LocalJob;
import org.marsad.job.settings.Settings;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;

/** The whole on one machine: index, dashboard and the polling job, started and stopped together. */
final class LiveSystem implements AutoCloseable {
  private final LocalIndex index;
  private final Channels channels;
  private final DashboardServer dashboard;
  private final LocalJob job;
  private final @Nullable RetentionKeeper keeper;

  private LiveSystem(
      LocalIndex index,
      Channels channels,
      DashboardServer dashboard,
      LocalJob job,
      @Nullable RetentionKeeper keeper) {
    this.index = index;
    this.channels = channels;
    this.dashboard = dashboard;
    this.job = job;
    this.keeper = keeper;
  }

  /**
   * @param port the dashboard's; takes the place of the one in the settings
   * @param rounds when the rules of alerts are judged
   */
  static LiveSystem start(
      DataDirectory data,
      IndexOptions options,
      Configuration configuration,
      @Nullable Integer port,
      RoundSchedule rounds) {
    Settings settings = configuration.settings();
    Channels channels = AlertWiring.channels(settings.alerts(), data.alertTokens());
    LocalIndex index = LocalIndex.open(options, data);
    try {
      Fiction.keepApart(configuration, new DocumentQueries(index.connection()));
      RulesOfFile.keep(settings.alerts().rulesFile(), new AlertIndex(index.connection()).rules());
      LocalJob job =
          LocalJob.startContinuous(
              graphs(data, configuration, index.address(), rounds),
              Parallelism.standard(),
              data.checkpoints(),
              settings.pipeline().checkpointEvery());
      try {
        return new LiveSystem(
            index,
            channels,
            DashboardWiring.serve(
                data, index.connection(), configuration, port, channels, () -> JobStatus.of(job)),
            job,
            keeper(data, index, settings.dashboard().retention()));
      } catch (RuntimeException e) {
        job.close();
        throw e;
      }
    } catch (RuntimeException e) {
      index.close();
      channels.close();
      throw e;
    }
  }

  /** All that runs here in one job. */
  static List<Graph> graphs(
      DataDirectory data, Configuration configuration, IndexAddress index, RoundSchedule rounds) {
    return List.of(
        Graphs.main(configuration, index, data.pseudonymKey(), data.archive()),
        Graphs.alerts(configuration, index, data.alertsKey(), rounds));
  }

  private static @Nullable RetentionKeeper keeper(
      DataDirectory data, LocalIndex index, RetentionPeriods periods) {
    return periods.isEmpty()
        ? null
        : RetentionKeeper.start(
            new Retaining(
                index.connection(),
                new Pseudonyms(data.pseudonymKey().bytes()),
                data.archive(),
                new AuditLog(data.auditLog(), Clock.systemUTC()),
                periods,
                Clock.systemUTC()));
  }

  /** Notes something that happened on the trends, once for good. */
  void mark(String id, MarkedEvent event) {
    Shelf<MarkedEvent> events = new TrendQueries(index.connection(), ErrorSheet.shipped()).events();
    if (events.find(id).isEmpty()) {
      events.put(id, event);
    }
  }

  /** Says where everything is. */
  void announce() {
    Terminal.err().println("Dashboard      " + dashboard.address());
    Terminal.err().println("Stop with Ctrl-C; the next start goes on where this one stopped.");
  }

  CompletableFuture<@Nullable Void> ended() {
    return job.ended();
  }

  @Override
  public void close() {
    if (keeper != null) {
      keeper.close();
    }
    dashboard.close();
    job.close();
    index.close();
    channels.close();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.MainPipeline;
import org.marsad.job.local.LocalJob;
import org.marsad.job.settings.Settings;
import org.marsad.job.sink.IndexSink;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.polling.PollingSettings;
import org.marsad.sources.polling.PollingSource;

/** The whole on one machine: index, dashboard and the polling job, started and stopped together. */
final class LiveSystem implements AutoCloseable {
  private final LocalIndex index;
  private final DashboardServer dashboard;
  private final LocalJob job;

  private LiveSystem(LocalIndex index, DashboardServer dashboard, LocalJob job) {
    this.index = index;
    this.dashboard = dashboard;
    this.job = job;
  }

  /**
   * @param port the dashboard's; takes the place of the one in the settings
   */
  static LiveSystem start(
      DataDirectory data,
      IndexOptions options,
      Settings settings,
      Catalogue catalogue,
      @Nullable Integer port) {
    LocalIndex index = LocalIndex.open(options, data);
    try {
      Fiction.keepApart(catalogue, new DocumentQueries(index.connection()));
      LocalJob job =
          LocalJob.startContinuous(
              pipeline(data, index, settings, catalogue),
              Parallelism.standard(),
              data.checkpoints(),
              settings.pipeline().checkpointEvery());
      try {
        return new LiveSystem(index, dashboard(data, index, settings, catalogue, port, job), job);
      } catch (RuntimeException e) {
        job.close();
        throw e;
      }
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private static MainPipeline pipeline(
      DataDirectory data, LocalIndex index, Settings settings, Catalogue catalogue) {
    Settings.Polling polling = settings.polling();
    PollingSource source =
        PollingSource.following(
            catalogue.feeds(),
            new PollingSettings(
                polling.userAgent(),
                polling.minDelay(),
                polling.pollEvery(),
                polling.maxPageBytes(),
                polling.requestTimeout(),
                polling.threads()),
            data.pseudonymKey());
    return new MainPipeline(
        source, new IndexSink(index.address()), settings.pipeline().rememberFor());
  }

  private static DashboardServer dashboard(
      DataDirectory data,
      LocalIndex index,
      Settings settings,
      Catalogue catalogue,
      @Nullable Integer port,
      LocalJob job) {
    return DashboardServer.start(
        new DashboardSettings(
            settings.dashboard().host(),
            port == null ? settings.dashboard().port() : port,
            data.auditLog()),
        new DocumentQueries(index.connection()),
        KnownOutlets.of(catalogue),
        () -> JobStatus.of(job));
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
    dashboard.close();
    job.close();
    index.close();
  }
}

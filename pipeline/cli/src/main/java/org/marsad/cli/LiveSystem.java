// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.MainPipeline;
import org.marsad.job.alerts.AlertPipeline;
import org.marsad.job.alerts.DispatchSetup;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.alerts.RoundSource;
import org.marsad.job.local.LocalJob;
import org.marsad.job.settings.AlertSettings;
import org.marsad.job.settings.Settings;
import org.marsad.job.sink.IndexSink;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.polling.PollingSettings;
import org.marsad.sources.polling.PollingSource;
import org.marsad.sources.warc.WarcSettings;

/** The whole on one machine: index, dashboard and the polling job, started and stopped together. */
final class LiveSystem implements AutoCloseable {
  private final LocalIndex index;
  private final Channels channels;
  private final DashboardServer dashboard;
  private final LocalJob job;

  private LiveSystem(LocalIndex index, Channels channels, DashboardServer dashboard, LocalJob job) {
    this.index = index;
    this.channels = channels;
    this.dashboard = dashboard;
    this.job = job;
  }

  /**
   * @param port the dashboard's; takes the place of the one in the settings
   * @param rounds when the rules of alerts are judged
   */
  static LiveSystem start(
      DataDirectory data,
      IndexOptions options,
      Settings settings,
      Catalogue catalogue,
      @Nullable Integer port,
      RoundSchedule rounds) {
    Channels channels = AlertWiring.channels(settings.alerts(), data.alertTokens());
    LocalIndex index = LocalIndex.open(options, data);
    try {
      Fiction.keepApart(catalogue, new DocumentQueries(index.connection()));
      RulesOfFile.keep(settings.alerts().rulesFile(), new AlertIndex(index.connection()).rules());
      LocalJob job =
          LocalJob.startContinuous(
              List.of(
                  pipeline(data, index, settings, catalogue),
                  alerts(data, index, settings.alerts(), catalogue, rounds)),
              Parallelism.standard(),
              data.checkpoints(),
              settings.pipeline().checkpointEvery());
      try {
        return new LiveSystem(
            index, channels, dashboard(data, index, settings, catalogue, port, channels, job), job);
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
        source,
        new IndexSink(index.address()),
        settings.pipeline().rememberFor(),
        archive(data, settings.archive()));
  }

  private static @Nullable WarcSettings archive(DataDirectory data, Settings.Archive archive) {
    return archive.enabled()
        ? new WarcSettings(data.archive().toString(), archive.maxFileBytes(), archive.keep())
        : null;
  }

  private static AlertPipeline alerts(
      DataDirectory data,
      LocalIndex index,
      AlertSettings settings,
      Catalogue catalogue,
      RoundSchedule rounds) {
    return new AlertPipeline(
        new RoundSource(rounds),
        index.address(),
        new IndexSink(index.address()),
        new DispatchSetup(
            index.address(),
            settings,
            data.alertsKey(),
            catalogue.outlets().stream().collect(Collectors.toMap(Outlet::id, Outlet::name))));
  }

  private static DashboardServer dashboard(
      DataDirectory data,
      LocalIndex index,
      Settings settings,
      Catalogue catalogue,
      @Nullable Integer port,
      Channels channels,
      LocalJob job) {
    return DashboardServer.start(
        new DashboardSettings(
            settings.dashboard().host(),
            port == null ? settings.dashboard().port() : port,
            data.auditLog()),
        new DocumentQueries(index.connection()),
        KnownOutlets.of(catalogue),
        AlertWiring.parts(index.connection(), channels, data.alertTokens()),
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
    channels.close();
  }
}

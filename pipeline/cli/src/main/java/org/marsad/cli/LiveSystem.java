// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.store.Shelf;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.oidc.OidcSettings;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.trend.MarkedEvent;
import org.marsad.index.trend.TrendQueries;
import org.marsad.job.MainPipeline;
import org.marsad.job.alerts.AlertPipeline;
import org.marsad.job.alerts.DispatchSetup;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.alerts.RoundSource;
import org.marsad.job.local.LocalJob;
import org.marsad.job.settings.DashboardPlace;
import org.marsad.job.settings.OidcSection;
import org.marsad.job.settings.Settings;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;
import org.marsad.sources.polling.PollingSource;

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
              List.of(
                  pipeline(data, index, configuration), alerts(data, index, configuration, rounds)),
              Parallelism.standard(),
              data.checkpoints(),
              settings.pipeline().checkpointEvery());
      try {
        return new LiveSystem(
            index,
            channels,
            dashboard(data, index, configuration, port, channels, job),
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

  private static MainPipeline pipeline(
      DataDirectory data, LocalIndex index, Configuration configuration) {
    PollingSource source =
        PollingSource.following(
            configuration.feeds(),
            PoliteClients.settings(configuration.settings().polling()),
            data.pseudonymKey());
    return new MainPipeline(
        source,
        new IndexSink(index.address()),
        configuration.settings().pipeline().rememberFor(),
        ArchiveOptions.settings(data.archive(), configuration.settings().archive()));
  }

  private static AlertPipeline alerts(
      DataDirectory data, LocalIndex index, Configuration configuration, RoundSchedule rounds) {
    return new AlertPipeline(
        new RoundSource(rounds),
        index.address(),
        new IndexSink(index.address()),
        new DispatchSetup(
            index.address(),
            configuration.settings().alerts(),
            data.alertsKey(),
            KnownOutlets.of(configuration).stream()
                .collect(Collectors.toMap(KnownOutlet::id, KnownOutlet::name))));
  }

  private static DashboardServer dashboard(
      DataDirectory data,
      LocalIndex index,
      Configuration configuration,
      @Nullable Integer port,
      Channels channels,
      LocalJob job) {
    DashboardPlace settings = configuration.settings().dashboard();
    return DashboardServer.start(
        new DashboardSettings(
                settings.host(), port == null ? settings.port() : port, data.auditLog())
            .with(settings.opening(), identityProvider(settings.oidc())),
        DashboardWiring.parts(
            index.connection(),
            channels,
            data.alertTokens(),
            KnownOutlets.of(configuration),
            () -> JobStatus.of(job)));
  }

  private static @Nullable RetentionKeeper keeper(
      DataDirectory data, LocalIndex index, RetentionPeriods periods) {
    return periods.isEmpty()
        ? null
        : RetentionKeeper.start(
            new Retaining(
                index.connection(),
                new Pseudonyms(data.pseudonymKey()),
                data.archive(),
                new AuditLog(data.auditLog(), Clock.systemUTC()),
                periods,
                Clock.systemUTC()));
  }

  private static @Nullable OidcSettings identityProvider(@Nullable OidcSection oidc) {
    return oidc == null
        ? null
        : new OidcSettings(
            oidc.issuer(), oidc.name(), oidc.clientId(), oidc.secret(), oidc.claim(), oidc.roles());
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

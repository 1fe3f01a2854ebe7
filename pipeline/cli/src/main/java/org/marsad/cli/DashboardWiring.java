// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.dashboards.DashboardParts;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.oidc.OidcSettings;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.dashboards.status.StatusApi;
import org.marsad.index.IndexConnection;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Gauges;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.trend.TrendQueries;
import org.marsad.job.settings.DashboardPlace;
import org.marsad.job.settings.OidcSection;

/** Puts together what the dashboard shows. */
final class DashboardWiring {
  private DashboardWiring() {}

  /**
   * Serves it.
   *
   * @param data where the audit log and the keys are
   * @param port takes the place of the one in the settings
   * @param counters asked at every status request; fast and never failing
   */
  static DashboardServer serve(
      DataDirectory data,
      IndexConnection index,
      Configuration configuration,
      @Nullable Integer port,
      Channels channels,
      Supplier<JobCounters> counters) {
    DashboardPlace settings = configuration.settings().dashboard();
    return DashboardServer.start(
        new DashboardSettings(
                settings.host(), port == null ? settings.port() : port, data.auditLog())
            .with(settings.opening(), identityProvider(settings.oidc())),
        parts(index, channels, data.alertTokens(), KnownOutlets.of(configuration), counters));
  }

  private static @Nullable OidcSettings identityProvider(@Nullable OidcSection oidc) {
    return oidc == null
        ? null
        : new OidcSettings(
            oidc.issuer(),
            oidc.name(),
            oidc.clientId(),
            oidc.secret() == null ? null : oidc.secret().text(),
            oidc.claim(),
            oidc.roles());
  }

  /**
   * @param counters asked at every status request; fast and never failing
   */
  static DashboardParts parts(
      IndexConnection index,
      Channels channels,
      Tokens tokens,
      List<KnownOutlet> outlets,
      Supplier<JobCounters> counters) {
    return new DashboardParts(
        new DocumentQueries(index),
        new TrendQueries(index, ErrorSheet.shipped()),
        outlets,
        AlertWiring.parts(index, channels, tokens),
        AccountParts.of(new AccountIndex(index), Clock.systemUTC()),
        new FeedbackIndex(index),
        new RetentionLog(index),
        new Gauges(index, StatusApi.PATIENCE),
        counters);
  }
}

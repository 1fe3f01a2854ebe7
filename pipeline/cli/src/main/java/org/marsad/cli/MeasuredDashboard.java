// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.channel.Channels;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.JobCounters;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.settings.Settings;

/** A dashboard over an index, without a job beside it. */
final class MeasuredDashboard {
  private MeasuredDashboard() {}

  static DashboardServer start(LocalIndex index, DataDirectory data) {
    Settings settings = Settings.read(ShippedConfiguration.settingsOr(null));
    Channels channels = AlertWiring.channels(settings.alerts(), data.alertTokens());
    JobCounters none = new JobCounters("RUNNING", Instant.EPOCH, Map.of());
    return DashboardServer.start(
        new DashboardSettings(DashboardSettings.DEFAULT_HOST, 0, data.auditLog()),
        new DocumentQueries(index.connection()),
        List.of(),
        AlertWiring.parts(index.connection(), channels, data.alertTokens()),
        () -> none);
  }
}

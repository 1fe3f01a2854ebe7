// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.channel.Channels;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.job.settings.Settings;

/** A dashboard over an index, without a job beside it and without a limit to what one may ask. */
final class MeasuredDashboard {
  private MeasuredDashboard() {}

  static DashboardServer start(LocalIndex index, DataDirectory data) {
    Settings settings = Settings.read(ShippedConfiguration.settingsOr(null));
    Channels channels = AlertWiring.channels(settings.alerts(), data.alertTokens());
    JobCounters none = new JobCounters("RUNNING", Instant.EPOCH, Map.of(), null);
    return DashboardServer.start(
        new DashboardSettings(DashboardSettings.DEFAULT_HOST, 0, data.auditLog())
            .with(RateLimit.NONE),
        DashboardWiring.parts(
            index.connection(), channels, data.alertTokens(), List.of(), () -> none));
  }
}

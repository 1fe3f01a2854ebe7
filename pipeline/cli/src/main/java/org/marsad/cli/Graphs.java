// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.index.IndexAddress;
import org.marsad.job.MainPipeline;
import org.marsad.job.alerts.AlertPipeline;
import org.marsad.job.alerts.DispatchSetup;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.alerts.RoundSource;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Secret;
import org.marsad.sources.polling.PollingSource;

/** The graphs of a configuration, the same on one machine and in a cluster. */
final class Graphs {
  private Graphs() {}

  /**
   * @param pseudonymKey of this installation
   * @param archive the folder of captured pages
   */
  static MainPipeline main(
      Configuration configuration, IndexAddress index, Secret pseudonymKey, Path archive) {
    return new MainPipeline(
        PollingSource.following(
            configuration.feeds(),
            PoliteClients.settings(configuration.settings().polling()),
            pseudonymKey),
        new IndexSink(index),
        configuration.settings().pipeline().rememberFor(),
        ArchiveOptions.settings(archive, configuration.settings().archive()));
  }

  /**
   * @param alertsKey of this installation
   * @param rounds when the rules are judged
   */
  static AlertPipeline alerts(
      Configuration configuration, IndexAddress index, Secret alertsKey, RoundSchedule rounds) {
    return new AlertPipeline(
        new RoundSource(rounds),
        index,
        new IndexSink(index),
        new DispatchSetup(
            index,
            configuration.settings().alerts(),
            alertsKey,
            KnownOutlets.of(configuration).stream()
                .collect(Collectors.toMap(KnownOutlet::id, KnownOutlet::name))));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.job.alerts.RoundSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Polls the outlets and the enabled networks until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description =
        "Polls the outlets and networks, classifies what they publish, and serves the dashboard.",
    footer = {
      "",
      "Everything is kept in the data directory. A start after a stop, a crash or a power cut goes"
          + " on",
      "from the last checkpoint.",
      "",
      "Example: ./marsad run --data /srv/marsad --port 8080"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin NetworksFile networks = new NetworksFile();

  @Option(
      names = "--port",
      converter = Port.class,
      description = "The dashboard's port (default: as the settings say, 8080).")
  @Nullable Integer port;

  @Mixin IndexOptions index = new IndexOptions();

  @Override
  public Integer call() throws Exception {
    Configuration read = Configuration.read(settings.path(), outlets.path(), networks.path());
    if (read.settings().polling().hasPlaceholderContact()) {
      Terminal.err().println("marsad: warning: " + Configuration.PLACEHOLDER_CONTACT);
    }
    MissingKeys.warn(read.networks());
    MoroccoClock.check(Instant.now());
    DataDirectory data = index.openData();
    try {
      LiveSystem system =
          LiveSystem.start(
              data,
              index,
              read,
              port,
              new RoundSchedule(read.settings().alerts().late(), Duration.ZERO));
      system.announce();
      return Session.hold(system.ended(), system, data);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }
}

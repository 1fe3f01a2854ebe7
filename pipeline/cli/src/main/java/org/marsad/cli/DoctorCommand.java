// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells before a run what would stand in its way. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Checks this machine, the configuration and the index, and says what to mend.",
    footer = {"", "Example: ./marsad doctor --data data"})
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      converter = Port.class,
      description = "The dashboard's port (default: ${DEFAULT-VALUE}).",
      defaultValue = "8080")
  int port;

  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin NetworksFile networks = new NetworksFile();

  @Mixin IndexOptions index = new IndexOptions();

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Diagnosis();
    Aftermath aftermath = new Aftermath(index.data);
    diagnosis.check("Java", Checkup::java);
    diagnosis.check("clock", () -> aftermath.clock(Instant.now()));
    diagnosis.check("Morocco's clock", () -> MoroccoClock.check(Instant.now()));
    diagnosis.check("memory", Checkup::memory);
    diagnosis.check("settings", () -> Checkup.settings(settings.path()));
    diagnosis.check("outlets", () -> Checkup.outlets(outlets.path()));
    diagnosis.check("networks", () -> Checkup.networks(networks.path()));
    diagnosis.check("dashboard port", () -> Checkup.port(port, index.data));
    diagnosis.check("disk", () -> Checkup.disk(index.data));
    diagnosis.check("last run", aftermath::lastRun);
    diagnosis.check("index", () -> Checkup.index(index));
    diagnosis.check("classifiers", Checkup::classifiers);
    return diagnosis.allWell() ? ExitStatus.OK : ExitStatus.ENVIRONMENT;
  }
}

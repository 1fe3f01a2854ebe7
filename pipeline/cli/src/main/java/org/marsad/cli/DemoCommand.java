// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.index.trend.MarkedEvent;
import org.marsad.job.alerts.RoundSchedule;
import org.marsad.job.settings.Settings;
import org.marsad.model.Morocco;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.NetworkCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole system over fictional outlets, which a small server publishes on loopback. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description =
        "Runs the whole system over fictional outlets on this machine, without a network.",
    footer = {
      "",
      "The outlets, their articles and comments are fictional and were written for the demo.",
      "",
      "With --config and your mail server in it, the demo's alerts come by mail.",
      "",
      "Example: ./marsad demo --port 8080"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int MOST_OUTLETS = 10;

  /** The whole archive is polled within a minute. */
  private static final Duration USUALLY_LATE = Duration.ofSeconds(90);

  /** How much of the archive is looked at for rises. */
  private static final Duration LOOKED_AT = Duration.ofDays(56);

  @Option(
      names = "--port",
      converter = Port.class,
      description = "The dashboard's port (default: as the settings say, 8080).")
  @Nullable Integer port;

  @Option(
      names = "--outlet-port",
      converter = Port.class,
      description =
          "The first of the fictional outlets' ports; each has its own (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "8090")
  int outletPort;

  @Mixin SettingsFile settingsFile = new SettingsFile();

  @Mixin IndexOptions index = new IndexOptions(Path.of(".", "data", "demo"));

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.read(settingsFile.path());
    requireOutletPorts();
    DataDirectory data = index.openData();
    try {
      LocalDate lastDay = lastDay(data.root());
      DemoArchive archive = DemoArchive.generate(lastDay);
      OutletServer outlets = serve(archive);
      try {
        Path catalogue = outlets.writeCatalogue(data.root().resolve("outlets.yaml"));
        LiveSystem system =
            LiveSystem.start(
                data,
                index,
                new Configuration(settings, Catalogue.read(catalogue), NetworkCatalogue.EMPTY),
                port,
                rounds(settings));
        system.mark("demo-quarrel", quarrel(DemoArchive.firstTenseDay(lastDay)));
        system.announce();
        archive
            .outlets()
            .forEach(
                outlet ->
                    Terminal.err()
                        .println(
                            "Outlet         " + outlets.origin(outlet) + "  " + outlet.name()));
        return Session.hold(system.ended(), system, outlets, data);
      } catch (RuntimeException e) {
        outlets.close();
        throw e;
      }
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Whoever gives settings of their own says there when alerts are to come. */
  private RoundSchedule rounds(Settings settings) {
    return new RoundSchedule(
        settingsFile.given == null ? USUALLY_LATE : settings.alerts().late(), LOOKED_AT);
  }

  /** What the week that stands out begins with. */
  private static MarkedEvent quarrel(LocalDate day) {
    return new MarkedEvent(
        day,
        Map.of(
            "en", "Quarrel at the market of Al-Wifaq (fictional)",
            "fr", "Rixe au marché d’Al-Wifaq (fictif)",
            "ar", "شجار سوق الوفاق (متخيَّل)"),
        null);
  }

  /** Zero is refused as well: an article's address, and so its id, would change with each start. */
  private void requireOutletPorts() {
    int last = Port.LAST - MOST_OUTLETS + 1;
    if (outletPort == 0 || outletPort > last) {
      throw new ParameterException(
          spec.commandLine(),
          "--outlet-port "
              + outletPort
              + " leaves no room: each outlet takes the port after the one before; give 1 to "
              + last);
    }
  }

  private OutletServer serve(DemoArchive archive) throws IOException {
    try {
      return OutletServer.start(archive, outletPort);
    } catch (BindException taken) {
      throw new Remedy(String.valueOf(taken.getMessage()), taken);
    }
  }

  /** The day before the first start, for good: the archive must not change under its index. */
  private static LocalDate lastDay(Path root) throws IOException {
    Path file = root.resolve("last-day");
    try {
      return LocalDate.parse(Files.readString(file).strip());
    } catch (NoSuchFileException firstStart) {
      LocalDate yesterday = LocalDate.now(Morocco.TIME).minusDays(1);
      Files.writeString(file, yesterday + "\n");
      return yesterday;
    }
  }
}

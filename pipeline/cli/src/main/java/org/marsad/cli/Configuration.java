// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.job.settings.Settings;
import org.marsad.job.settings.SettingsException;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.CatalogueException;
import org.marsad.sources.catalogue.NetworkCatalogue;
import org.marsad.sources.catalogue.OutletFeed;

/** The files that a run needs, read so that the faults of all are told at once. */
record Configuration(Settings settings, Catalogue catalogue, NetworkCatalogue networks) {
  static final String PLACEHOLDER_CONTACT =
      "outlets cannot reach you: put your own contact into polling.user-agent of the settings"
          + " before you poll the web.";

  /**
   * @throws Remedy with all faults of all files
   */
  static Configuration read(Path settingsFile, Path outletsFile, Path networksFile) {
    List<String> faults = new ArrayList<>();
    Settings settings = read(() -> Settings.read(settingsFile), faults);
    Catalogue catalogue = read(() -> Catalogue.read(outletsFile), faults);
    NetworkCatalogue networks = read(() -> NetworkCatalogue.read(networksFile), faults);
    if (settings == null || catalogue == null || networks == null) {
      throw new Remedy(String.join("\n", faults));
    }
    return new Configuration(settings, catalogue, networks);
  }

  /** Of the outlets, and of the networks that are enabled. */
  List<OutletFeed> feeds() {
    return Stream.concat(catalogue.feeds().stream(), networks.feeds().stream()).toList();
  }

  private static <T> @Nullable T read(Supplier<T> reading, List<String> faults) {
    try {
      return reading.get();
    } catch (SettingsException | CatalogueException fault) {
      faults.add(String.valueOf(fault.getMessage()));
      return null;
    }
  }
}

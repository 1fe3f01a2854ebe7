// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.job.settings.Settings;
import org.marsad.job.settings.SettingsException;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.CatalogueException;

/** Both files that a run needs, read so that the faults of both are told at once. */
record Configuration(Settings settings, Catalogue catalogue) {
  static final String PLACEHOLDER_CONTACT =
      "outlets cannot reach you: put your own contact into polling.user-agent of the settings"
          + " before you poll the web.";

  /**
   * @throws Remedy with all faults of both files
   */
  static Configuration read(Path settingsFile, Path outletsFile) {
    List<String> faults = new ArrayList<>();
    Settings settings = read(() -> Settings.read(settingsFile), faults);
    Catalogue catalogue = read(() -> Catalogue.read(outletsFile), faults);
    if (settings == null || catalogue == null) {
      throw new Remedy(String.join("\n", faults));
    }
    return new Configuration(settings, catalogue);
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

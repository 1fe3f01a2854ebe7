// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which settings; the same for every command that needs any. */
final class SettingsFile {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings (default: k8s/base/pipeline/config/marsad.yaml).")
  @Nullable Path given;

  /** The one given, or the shipped one. */
  Path path() {
    return ShippedConfiguration.settingsOr(given);
  }
}

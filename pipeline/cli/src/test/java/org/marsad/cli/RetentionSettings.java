// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings that erase what is older than the shipped ones propose, which is commented out there.
 */
final class RetentionSettings {
  private RetentionSettings() {}

  /** The shipped ones with retention, and the rules beside them. */
  static Path in(Path folder) throws IOException {
    Path shipped = ShippedConfiguration.settingsOr(null);
    Path rules = folder.resolve("rules.yaml");
    if (!Files.exists(rules)) {
      Files.copy(shipped.resolveSibling("rules.yaml"), rules);
    }
    return Files.writeString(
        folder.resolve("marsad.yaml"), withRetention(Files.readString(shipped)));
  }

  static String withRetention(String settings) {
    return settings
        .replace("  # retention-days:", "  retention-days:")
        .replaceAll("  #   (articles|comments|posts):", "    $1:");
  }
}

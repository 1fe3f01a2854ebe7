// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which networks; the same for every command that needs them. */
final class NetworksFile {
  @Option(
      names = "--networks",
      paramLabel = "FILE",
      description = "The networks to follow (default: k8s/base/pipeline/config/networks.yaml).")
  @Nullable Path given;

  /** The one given, or the shipped one. */
  Path path() {
    return ShippedConfiguration.networksOr(given);
  }
}

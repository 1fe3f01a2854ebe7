// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which outlets; the same for every command that needs them. */
final class CatalogueFile {
  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "The catalogue of outlets (default: k8s/base/pipeline/config/outlets.yaml).")
  @Nullable Path given;

  /** The one given, or the shipped one. */
  Path path() {
    return ShippedConfiguration.outletsOr(given);
  }
}

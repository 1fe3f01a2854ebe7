// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The configuration that comes with the checkout: the same files that a cluster mounts. */
final class ShippedConfiguration {
  private static final String FOLDER = "k8s/base/pipeline/config";

  private ShippedConfiguration() {}

  static Path settingsOr(@Nullable Path given) {
    return given == null ? LocalIndex.home().resolve(FOLDER).resolve("marsad.yaml") : given;
  }

  static Path outletsOr(@Nullable Path given) {
    return given == null ? LocalIndex.home().resolve(FOLDER).resolve("outlets.yaml") : given;
  }

  static Path networksOr(@Nullable Path given) {
    return given == null ? LocalIndex.home().resolve(FOLDER).resolve("networks.yaml") : given;
  }
}

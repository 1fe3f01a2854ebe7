// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The networks that are shipped. */
class ShippedNetworksTest {
  private static final Path FILE =
      Path.of(System.getProperty("marsad.home")).resolve("k8s/base/pipeline/config/networks.yaml");

  @TempDir Path folder;

  @Test
  void areAllThereAndNoneIsFollowed() {
    NetworkCatalogue shipped = NetworkCatalogue.read(FILE);

    assertThat(shipped.networks())
        .extracting(FollowedNetwork::network)
        .containsExactly(Network.values());
    assertThat(shipped.feeds()).isEmpty();
  }

  /** One word turns a network on. */
  @Test
  void couldAllBeEnabledAsTheyAre() throws IOException {
    Path enabled =
        Files.writeString(
            folder.resolve("networks.yaml"),
            Files.readString(FILE).replace("enabled: false", "enabled: true"));

    assertThat(NetworkCatalogue.read(enabled).feeds())
        .extracting(OutletFeed::outletId)
        .contains("bluesky", "mastodon", "reddit", "x");
  }
}

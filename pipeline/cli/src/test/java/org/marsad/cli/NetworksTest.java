// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.sources.catalogue.NetworkCatalogue;
import org.marsad.sources.network.Keys;

class NetworksTest {
  private static final String TWO =
      """
      networks:
        telegram:
          enabled: true
          streams: [{name: news, channel: some_news, keywords: none}]
        youtube:
          enabled: true
          streams: [{name: video, video: abcdefghijk}]
        x:
          enabled: false
      """;

  @TempDir Path folder;

  @Test
  void anEnabledNetworkWithoutItsKeyIsNamedWithTheRemedy() throws IOException {
    NetworkCatalogue networks = NetworkCatalogue.read(file(TWO));

    assertThat(MissingKeys.of(networks, new Keys(Map.of())))
        .containsExactly(
            "YouTube is enabled and lacks a key: set MARSAD_YOUTUBE_KEY, or"
                + " MARSAD_YOUTUBE_KEY_FILE to a file that holds it, and start again.");
    assertThat(MissingKeys.of(networks, new Keys(Map.of("MARSAD_YOUTUBE_KEY", "a")))).isEmpty();
  }

  @Test
  void doctorCountsWhatIsFollowed() throws IOException {
    assertThat(Checkup.networks(ShippedConfiguration.networksOr(null)))
        .startsWith("none is enabled in ")
        .endsWith("networks.yaml");
    assertThat(Checkup.networks(file(TWO))).startsWith("telegram, youtube with 2 streams in ");
    assertThatThrownBy(() -> Checkup.networks(file("networks: {myspace: {}}\n")))
        .hasMessageContaining("networks.yaml:1: networks.myspace: unknown key");
  }

  @Test
  void aRunFollowsOutletsAndEnabledNetworksAndNamesAllOfThem() throws IOException {
    Configuration read =
        Configuration.read(
            ShippedConfiguration.settingsOr(null), ShippedConfiguration.outletsOr(null), file(TWO));

    assertThat(read.feeds())
        .hasSize(read.catalogue().feeds().size() + 2)
        .filteredOn(feed -> feed.form().isNetwork())
        .extracting(feed -> feed.outletName())
        .containsExactly("Telegram", "YouTube");
    assertThat(KnownOutlets.of(read))
        .extracting(KnownOutlet::name)
        .contains("Hespress", "Bluesky", "X")
        .doesNotHaveDuplicates();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("networks.yaml"), text);
  }
}

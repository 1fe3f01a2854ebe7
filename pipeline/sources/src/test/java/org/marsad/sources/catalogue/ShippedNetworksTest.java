// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.sources.network.Keywords;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | قال الوزير إن وللمهاجرين حقوقا",
        "ar | ملف تسوية الوضعية القانونية للأجانب",
        "ary | شفت لمهاجرين فولاد زيان",
        "ary | bzaf d lafari9a jaw",
        "ary | dakchi dyal l7rig",
        "zgh | ⵉⵎⵣⵡⴰⴳⵏ ⵖ ⵍⵎⵖⵔⵉⴱ",
        "fr | Des mineurs non accompagnés à Sebta",
        "es | La política migratoria de Rabat",
        "en | pushbacks at the fence of Ceuta",
        "hostile | #لا_للتوطين",
        "hostile | الهجرة؟ بل استبدال ديموغرافي",
        "hostile | Non au Grand Remplacement !",
        "hashtags | #RefugeesWelcome",
        "morocco | racisme au Maroc",
        "morocco | الأفارقة فالمغرب"
      })
  void keywordsFindTheirSubject(String list, String text) throws IOException {
    assertThat(words(list).match(text)).isTrue();
  }

  /** What these words mean elsewhere was met, and is none of our business. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | توطين صناعة السيارات",
        "ar | ترحيل ساكنة دور الصفيح",
        "ary | علامة فارقة فالماتش",
        "fr | carton rouge, expulsion du gardien",
        "morocco | migrants in Texas",
        "morocco | لا للتوطين في لبنان",
        "hostile | a recipe for bread"
      })
  void keywordsPassOverWhatOnlySoundsLikeIt(String list, String text) throws IOException {
    assertThat(words(list).match(text)).isFalse();
  }

  /** As a stream gets them that names the list. */
  private Keywords words(String list) throws IOException {
    String shipped = Files.readString(FILE);
    Path one =
        Files.writeString(
            folder.resolve("one.yaml"),
            shipped.substring(0, shipped.indexOf("\nnetworks:"))
                + "\nnetworks: {bluesky: {enabled: true, streams: [{name: a, keywords: "
                + list
                + "}]}}\n");
    return Keywords.of(NetworkCatalogue.read(one).feeds().get(0).options().get("keywords"));
  }
}

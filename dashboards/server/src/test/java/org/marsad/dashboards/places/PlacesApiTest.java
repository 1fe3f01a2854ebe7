// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;

/** What is said of which place. */
class PlacesApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void tellsWhereAPlaceLiesAndWhatIsSaidOfIt() throws Exception {
    JsonNode answer = SERVER.api().json("/api/places");
    JsonNode city = SampleApi.find(answer.get("places"), "casablanca");

    assertThat(city.get("kind").asText()).isEqualTo("CITY");
    assertThat(city.get("region").asText()).isEqualTo("casablanca-settat");
    assertThat(city.get("latitude").asDouble()).isEqualTo(33.573);
    assertThat(city.get("relevant").asLong())
        .isEqualTo(
            city.get("hostile").asLong()
                + city.get("reporting").asLong()
                + city.get("supportive").asLong()
                + city.get("other").asLong());
    assertThat(answer.get("leastForShare").asInt()).isEqualTo(20);
  }

  @Test
  void countsAsTheSearchDoes() throws Exception {
    JsonNode city =
        SampleApi.find(
            SERVER.api().json("/api/places?stance=SUPPORTIVE&kind=ARTICLE").get("places"), "rabat");

    assertThat(city.get("supportive").asLong())
        .isEqualTo(
            SERVER
                .api()
                .json("/api/search?stance=SUPPORTIVE&kind=ARTICLE&place=rabat")
                .get("total")
                .asLong());
  }

  @Test
  void countsADocumentThatNamesTwoPlacesOfARegionOnce() throws Exception {
    JsonNode places = SERVER.api().json("/api/places?stance=SUPPORTIVE&kind=ARTICLE");
    JsonNode regions = SERVER.api().json("/api/places?stance=SUPPORTIVE&kind=ARTICLE&level=region");

    assertThat(SampleApi.find(regions.get("places"), "rabat-sale-kenitra").get("documents"))
        .isEqualTo(SampleApi.find(places.get("places"), "takaddoum").get("documents"));
  }

  @Test
  void tellsNoShareOfFewDocuments() throws Exception {
    JsonNode places = SERVER.api().json("/api/places?q=festival").get("places");
    assertThat(places).isNotEmpty();
    for (JsonNode place : places) {
      assertThat(place.has("share")).as(place.toString()).isFalse();
    }
  }

  @Test
  void withholdsWhatOnePersonWrote() throws Exception {
    JsonNode city =
        SampleApi.find(SERVER.api().json("/api/places?q=festival").get("places"), "casablanca");

    assertThat(city.get("withheld").asBoolean()).isTrue();
    assertThat(city.path("hostile").isNull() || city.path("hostile").isMissingNode()).isTrue();
  }
}

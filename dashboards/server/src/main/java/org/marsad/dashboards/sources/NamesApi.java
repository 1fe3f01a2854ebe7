// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.message.KnownNames;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.pages.Pages;

/** The names behind the ids of outlets and places, for pages to show: /api/names. */
public final class NamesApi {
  private final Names names;

  public NamesApi(Outlets outlets) {
    KnownNames known = outlets.names();
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    for (Place place : Gazetteer.shipped().places()) {
      places.put(
          place.id(),
          Pages.LANGUAGES.stream()
              .collect(toMap(language -> language, language -> known.place(place.id(), language))));
    }
    this.names = new Names(known.outlets(), places);
  }

  /**
   * @param sources of the catalogue, names by id
   * @param places names by language (ar, fr, en) by id
   */
  private record Names(Map<String, String> sources, Map<String, Map<String, String>> places) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/names")
            .access(Access.READ)
            .summary("Names outlets and, in each language, places, by id")
            .answers(Names.class)
            .handle(request -> names));
  }
}

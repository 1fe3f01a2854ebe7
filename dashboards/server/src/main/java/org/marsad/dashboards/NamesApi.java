// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static java.util.stream.Collectors.toMap;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marsad.alerts.message.KnownNames;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;

/** The names behind the ids of outlets and places, for pages to show: /api/names. */
final class NamesApi {
  private final Names names;

  NamesApi(Outlets outlets) {
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

  void addTo(RoutesConfig routes) {
    routes.get(
        "/api/names",
        context -> {
          RequestParameters.none(context);
          context.json(names);
        });
  }
}

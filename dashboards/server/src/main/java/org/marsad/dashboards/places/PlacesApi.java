// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.places;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.PlaceCounts;
import org.marsad.model.Filters;

/** What is said of which place: /api/places. */
public final class PlacesApi {
  /** What is counted. */
  private enum Level {
    /** Each place that a text names: a city, a quarter, a border post. */
    PLACE,
    /** Each region with all that lies in it. */
    REGION
  }

  private static final Parameter<Level> LEVEL =
      Parameter.oneOfLower(
              "level", Level.class, "Each place by itself, or regions with all that lies in them.")
          .orElse(Level.PLACE);

  private static final Map<String, List<String>> REGIONS =
      Gazetteer.shipped().places().stream()
          .filter(place -> place.region() != null)
          .collect(
              Collectors.groupingBy(
                  place -> String.valueOf(place.region()),
                  Collectors.mapping(Place::id, Collectors.toList())));

  private final DocumentQueries queries;

  public PlacesApi(DocumentQueries queries) {
    this.queries = queries;
  }

  /**
   * Counts of documents; null where all of it is withheld.
   *
   * @param placed that name a place
   * @param unplaced that name none that is known, or that no model read
   * @param leastForShare of fewer documents about migrants no share is told
   * @param places the most documents first; a document that names several is counted in each
   */
  private record Answer(
      @Nullable Long placed, @Nullable Long unplaced, int leastForShare, List<PlaceView> places) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/places")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Counts what is said of which place")
            .parameters(FilterParameters.ALL)
            .parameters(LEVEL)
            .answers(Answer.class)
            .handle(this::places));
  }

  private Answer places(Request request) {
    Filters filters = FilterParameters.read(request);
    PlaceCounts counts =
        request.get(LEVEL) == Level.REGION
            ? queries.places(filters, REGIONS)
            : queries.places(filters);
    return new Answer(
        counts.placed().shown(),
        counts.unplaced().shown(),
        PlaceView.LEAST_FOR_SHARE,
        counts.places().stream().map(PlaceView::of).toList());
  }
}

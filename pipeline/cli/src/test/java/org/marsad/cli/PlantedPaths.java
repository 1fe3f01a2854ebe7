// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the dashboard of a {@link PlantedSystem} can be asked for that shows what was planted. */
final class PlantedPaths {
  private static final String DOCUMENTS = "marsad-documents";

  /** Of what answers nothing unless it is asked more closely. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/search",
          "?size=100",
          "/api/explain",
          "?beforeFrom=2026-01-01&beforeTo=2026-06-30&afterFrom=2026-07-01&afterTo=2026-12-31",
          "/api/feedback/next",
          "?queue=random");

  private final PlantedSystem system;

  PlantedPaths(PlantedSystem system) {
    this.system = system;
  }

  /** The ids of all documents that are no flood. */
  List<String> records() {
    return system.ids(DOCUMENTS, "NOT%20text:flood");
  }

  /** The ids of what is no flood, and of some of the last day's. */
  List<String> documents() {
    return Stream.concat(
            records().stream(), system.ids(DOCUMENTS, "text:%22day%200%22").stream().limit(5))
        .toList();
  }

  /** The path with what is asked of it, for each of what it may show; never empty. */
  Stream<String> filled(String path) {
    if (!path.contains("{")) {
      return Stream.of(path + QUERIES.getOrDefault(path, ""));
    }
    List<String> ids;
    if (path.contains("documents/")) {
      ids = documents();
    } else if (path.contains("rules/")) {
      ids = List.of("floods");
    } else if (path.contains("stories/")) {
      ids = system.values(DOCUMENTS, "_exists_:story", "/story/id");
    } else {
      ids = system.values("marsad-incidents", "*", "/step/incidentId");
    }
    assertThat(ids).as(path).isNotEmpty();
    return ids.stream().map(id -> path.replaceAll("\\{[^}]*\\}", URLEncoder.encode(id, UTF_8)));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.util.List;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.model.masking.Masking;
import org.marsad.model.search.SynonymGroup;
import org.marsad.model.search.Synonyms;

/** Which words count as the same, for everybody to check: /api/synonyms. */
public final class SynonymsApi {
  private static final List<SynonymGroup> MASKED =
      Synonyms.shipped().groups().stream()
          .map(group -> new SynonymGroup(group.kind(), masked(group.terms())))
          .toList();

  /**
   * @param groups those of people first, those of places last; slurs are masked
   */
  private record Groups(List<SynonymGroup> groups) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/synonyms")
            .access(Access.READ)
            .summary("Lists which words count as the same with `synonyms=true`")
            .answers(Groups.class)
            .handle(request -> new Groups(MASKED)));
  }

  static List<String> masked(List<String> terms) {
    return terms.stream().map(Masking::anywhere).distinct().toList();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Filters;
import org.marsad.sources.catalogue.Outlet;

/** Keeps made-up outlets out of an index that holds anything else. */
final class Fiction {
  private Fiction() {}

  /**
   * @throws Remedy where an outlet of the catalogue is fictional, and the index holds documents of
   *     sources that are not, or networks are to be followed as well
   */
  static void keepApart(Configuration configuration, DocumentQueries queries) {
    Set<String> fictional =
        configuration.catalogue().outlets().stream()
            .filter(Outlet::fictional)
            .map(Outlet::id)
            .collect(Collectors.toSet());
    if (fictional.isEmpty()) {
      return;
    }
    if (!configuration.networks().feeds().isEmpty()) {
      throw new Remedy(
          "networks are enabled beside fictional outlets, with whose documents real ones would be"
              + " mixed: leave the networks out, or the fictional outlets.");
    }
    Set<String> others = new TreeSet<>(queries.facets(Filters.NONE).sources().keySet());
    others.removeAll(fictional);
    if (!others.isEmpty()) {
      throw new Remedy(
          "the index holds documents of "
              + String.join(", ", others)
              + ", with which fictional ones would be mixed: give the demo a data folder of its"
              + " own with --data, and no --elasticsearch that holds anything else.");
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Filters;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.Outlet;

/** Keeps made-up outlets out of an index that holds anything else. */
final class Fiction {
  private Fiction() {}

  /**
   * @throws Remedy where an outlet of the catalogue is fictional, and the index holds documents of
   *     sources that are not
   */
  static void keepApart(Catalogue catalogue, DocumentQueries queries) {
    Set<String> fictional =
        catalogue.outlets().stream()
            .filter(Outlet::fictional)
            .map(Outlet::id)
            .collect(Collectors.toSet());
    if (fictional.isEmpty()) {
      return;
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

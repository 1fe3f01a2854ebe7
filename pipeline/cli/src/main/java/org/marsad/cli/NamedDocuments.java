// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.DocumentIds;
import org.marsad.sources.text.CanonicalUrl;

/** Documents as a person names them: by id or by address. */
final class NamedDocuments {
  private NamedDocuments() {}

  /** Of an address, the id that a document there has, first, and those of posts that are there. */
  static List<String> idsAt(String url, DocumentQueries queries) {
    @Nullable String canonical = CanonicalUrl.of(url);
    if (canonical == null) {
      throw new Remedy(url + " is no http(s) URL; give one such as https://outlet.example/article");
    }
    Set<String> ids = new LinkedHashSet<>();
    ids.add(DocumentIds.ofUrl(canonical));
    ids.addAll(queries.idsAt(canonical));
    return List.copyOf(ids);
  }

  /** Of an id or an address. */
  static List<String> ids(String named, DocumentQueries queries) {
    return named.contains("://") ? idsAt(named, queries) : List.of(named);
  }
}

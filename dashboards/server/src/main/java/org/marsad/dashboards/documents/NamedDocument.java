// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import io.javalin.http.NotFoundResponse;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;

/** The document that a request's path names. */
public final class NamedDocument {
  private NamedDocument() {}

  /**
   * @throws ErasedException where it has been erased
   * @throws NotFoundResponse where there never was one
   */
  public static StoredDocument find(DocumentQueries queries, String id) {
    return queries.document(id).orElseThrow(() -> absent(queries, id));
  }

  private static RuntimeException absent(DocumentQueries queries, String id) {
    return queries
        .tombstone(id)
        .<RuntimeException>map(ErasedException::new)
        .orElseGet(() -> new NotFoundResponse("The index holds no document " + id + "."));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Cell;

/**
 * The documents that meet some filters.
 *
 * @param cells by bucket, oldest first; empty with a fault
 * @param fault of the query, in words; null when all is well
 */
record Series(List<Cell> cells, @Nullable String fault) {
  static Series of(List<Cell> cells) {
    return new Series(List.copyOf(cells), null);
  }

  static Series faulty(String fault) {
    return new Series(List.of(), fault);
  }
}

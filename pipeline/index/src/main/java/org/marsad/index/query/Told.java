// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.jspecify.annotations.Nullable;

/**
 * A figure that may leave the server.
 *
 * @param documents those that are counted
 * @param withheld whether documents of people are left out, since fewer than five wrote them or
 *     since those of fewer than five could be computed from them: then the figure is neither the
 *     whole nor, if it is 0, nothing
 */
public record Told(long documents, boolean withheld) {
  public static final Told NOTHING = new Told(0, false);

  /** Both together; what is withheld of a part is missing in the whole as well. */
  public Told plus(Told other) {
    return new Told(documents + other.documents, withheld || other.withheld);
  }

  /** The figure; null, which is not 0, where all that there is is withheld. */
  public @Nullable Long shown() {
    return withheld && documents == 0 ? null : Long.valueOf(documents);
  }
}

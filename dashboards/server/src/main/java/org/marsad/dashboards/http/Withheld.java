// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Told;

/** How an answer says that documents of fewer than five people are left out of a figure. */
public final class Withheld {
  private Withheld() {}

  /** The names of such figures, in the order of the alphabet. */
  public static List<String> names(Map<String, Told> figures) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getValue().withheld())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The figures; null, which is not 0, where all that there is is withheld. */
  public static Map<String, @Nullable Long> shown(Map<String, Told> figures) {
    Map<String, @Nullable Long> shown = new LinkedHashMap<>();
    figures.forEach((name, told) -> shown.put(name, told.shown()));
    return shown;
  }
}

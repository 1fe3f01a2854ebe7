// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.Map;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;

/**
 * Outlets as the catalogue names them, places as the gazetteer does.
 *
 * @param outlets names by id
 */
public record KnownNames(Map<String, String> outlets) implements Names {
  public KnownNames {
    outlets = Map.copyOf(outlets);
  }

  @Override
  public String source(String id) {
    return outlets.getOrDefault(id, id);
  }

  @Override
  public String place(String id, String language) {
    Place place = Gazetteer.shipped().place(id);
    if (place == null) {
      return id;
    }
    return switch (language) {
      case "ar" -> place.arabicName();
      case "fr" -> place.frenchName();
      default -> place.englishName();
    };
  }
}

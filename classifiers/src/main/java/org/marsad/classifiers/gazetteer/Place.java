// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param id what assessments name it by
 * @param region the id of the region of Morocco that it lies in, its own for a region; null for
 *     Ceuta and Melilla
 * @param latitude of its middle, in degrees north (WGS 84)
 * @param longitude of its middle, in degrees east, so negative throughout
 * @param englishName the French one where English has none of its own
 * @param spellings the terms by which texts name it, in every language
 */
public record Place(
    String id,
    Kind kind,
    @Nullable String region,
    double latitude,
    double longitude,
    String arabicName,
    String frenchName,
    String spanishName,
    String englishName,
    List<String> spellings) {

  /** What a place is. */
  public enum Kind {
    CITY,
    NEIGHBOURHOOD,
    /** One of the twelve regions of Morocco. */
    REGION,
    /** A land that people name and no office governs, such as the Rif. */
    AREA,
    /** A crossing, or the town that bears its name. */
    BORDER_POST,
    PORT,
    FOREST
  }
}

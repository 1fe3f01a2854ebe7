// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.gazetteer;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.bundle.Bundled;

/** Every place that the classifiers know, by its id. Immutable. */
public final class Gazetteer {
  private static final String FILE = "places.tsv";
  private static final int FIELDS = 10;

  private final Map<String, Place> places;

  private Gazetteer(Map<String, Place> places) {
    this.places = Collections.unmodifiableMap(places);
  }

  /** Read on first use, once in a JVM. */
  private static final class Shipped {
    static final Gazetteer GAZETTEER = read(Bundled.lines(Gazetteer.class, FILE), FILE);
  }

  /** The gazetteer that is bundled. */
  public static Gazetteer shipped() {
    return Shipped.GAZETTEER;
  }

  /** The place of this id; null where there is none, as of a document that an older one judged. */
  public @Nullable Place place(String id) {
    return places.get(id);
  }

  /** All places, in the order of the file: regions first. */
  public Collection<Place> places() {
    return places.values();
  }

  /**
   * Reads a gazetteer: ten fields a line, as the bundled file's header says.
   *
   * @param name for messages
   * @throws IllegalStateException if a line is malformed, or an id or a region has no single place
   */
  static Gazetteer read(List<String> lines, String name) {
    Map<String, Place> places = new LinkedHashMap<>();
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Place place = place(line.split("\t", -1), name + ":" + number);
      if (places.put(place.id(), place) != null) {
        throw new IllegalStateException(name + ":" + number + ": a second " + place.id());
      }
    }
    for (Place place : places.values()) {
      Place region = place.region() == null ? null : places.get(place.region());
      if (place.region() != null && (region == null || region.kind() != Place.Kind.REGION)) {
        throw new IllegalStateException(
            name + ": " + place.id() + " lies in an unknown region: " + place.region());
      }
    }
    return new Gazetteer(places);
  }

  private static Place place(String[] fields, String where) {
    if (fields.length != FIELDS) {
      throw new IllegalStateException(
          where + ": " + fields.length + " fields instead of " + FIELDS);
    }
    try {
      return new Place(
          fields[0],
          Place.Kind.valueOf(fields[1]),
          fields[2].isEmpty() ? null : fields[2],
          Double.parseDouble(fields[3]),
          Double.parseDouble(fields[4]),
          fields[5],
          fields[6],
          fields[7],
          fields[8].isEmpty() ? fields[6] : fields[8],
          List.of(fields[9].split(", *")));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(where + ": " + e.getMessage(), e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Collection;
import java.util.List;
import org.marsad.sources.archive.FieldMapping.Field;

/** Says why no text was found, and what to do: once a mapping was given, it is what to correct. */
final class NoText {
  /** A record may have any number of names. */
  private static final int MOST_NAMES = 12;

  private NoText() {}

  static String message(FieldMapping mapping, Collection<String> there) {
    List<String> looked = mapping.names(Field.TEXT);
    if (!mapping.isGiven(Field.TEXT)) {
      return "there is no text under "
          + looked
          + "; map it: text=<column>; there are "
          + some(there);
    }
    String name = String.join(", ", looked);
    return there.stream().anyMatch(name::equalsIgnoreCase)
        ? "the text, mapped to " + name + ", is empty here"
        : "the text is mapped to " + name + ", which is not there; there are " + some(there);
  }

  private static String some(Collection<String> names) {
    List<String> first = names.stream().limit(MOST_NAMES).toList();
    return first + (names.size() > MOST_NAMES ? " and others" : "");
  }
}

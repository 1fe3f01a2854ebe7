// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Collection;
import java.util.List;
import org.marsad.sources.archive.FieldMapping.Field;
import org.marsad.sources.text.Redaction;

/** Says why no text was found, and what to do: once a mapping was given, it is what to correct. */
final class NoText {
  /** A record may have any number of names. */
  private static final int MOST_NAMES = 12;

  private static final int LONGEST_NAME = 60;

  private NoText() {}

  static String message(FieldMapping mapping, Collection<String> there) {
    List<String> looked = mapping.names(Field.TEXT);
    if (!mapping.isGiven(Field.TEXT)) {
      return "there is no text under " + looked + "; map it: text=<column>; " + some(there);
    }
    String name = String.join(", ", looked);
    return there.stream().anyMatch(name::equalsIgnoreCase)
        ? "the text, mapped to " + name + ", is empty here"
        : "the text is mapped to " + name + ", which is not there; " + some(there);
  }

  /** Where a table has no head, its first record is in its place, and must not be told. */
  private static String some(Collection<String> names) {
    if (names.stream().anyMatch(NoText::isContent)) {
      return "its first line looks like content: it must name the columns";
    }
    List<String> first = names.stream().limit(MOST_NAMES).toList();
    return "there are " + first + (names.size() > MOST_NAMES ? " and others" : "");
  }

  private static boolean isContent(String name) {
    return name.length() > LONGEST_NAME || !Redaction.of(name).equals(name);
  }
}

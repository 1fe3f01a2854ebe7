// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.archive.FieldMapping.Field;

/**
 * A record as its mapping reads it.
 *
 * @param mapping of this one record
 */
record RecordValues(Fields fields, FieldMapping mapping) {
  /** What 4CAT puts in the place of authors, where it was told to leave them out. */
  private static final String LEFT_OUT = "REDACTED";

  static RecordValues of(Fields fields, FieldMapping mapping) {
    return new RecordValues(fields, mapping.of(fields));
  }

  @Nullable String of(Field field) {
    return all(field).findFirst().orElse(null);
  }

  /** Who wrote it: still a name or a number, and nothing to keep. */
  @Nullable String author() {
    return all(Field.AUTHOR)
        .filter(author -> !author.strip().equals(LEFT_OUT))
        .findFirst()
        .orElse(null);
  }

  /** The first that can be read: exports write a time in more than one way. */
  @Nullable Instant published(Instant now) {
    return all(Field.PUBLISHED)
        .flatMap(time -> Stream.ofNullable(RecordDates.parse(time, now)))
        .findFirst()
        .orElse(null);
  }

  private Stream<String> all(Field field) {
    return mapping.names(field).stream()
        .flatMap(name -> Stream.ofNullable(Template.value(name, fields)));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads values that may be missing, or of another type than was promised. */
public final class JsonFields {
  private JsonFields() {}

  /** Null where it is no text, or a blank one. */
  public static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  /** Of ISO 8601 with its zone; null where it cannot be read. */
  public static @Nullable Instant time(JsonNode object, String field) {
    String written = text(object, field);
    try {
      return written == null ? null : Instant.parse(written);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}

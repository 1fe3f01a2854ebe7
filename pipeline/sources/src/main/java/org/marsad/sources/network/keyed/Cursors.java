// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what a fetcher remembers as JSON, and reads it. */
public final class Cursors {
  /** A cursor of an older version lacks what is new, and one of a newer holds what is not known. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.SETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Cursors() {}

  /** What the cursor says; the start where there is none, or none that can be read. */
  public static <T> T read(@Nullable String cursor, Class<T> type, Supplier<T> start) {
    if (cursor == null) {
      return start.get();
    }
    try {
      T read = JSON.readValue(cursor, type);
      return read == null ? start.get() : read;
    } catch (JsonProcessingException unreadable) {
      return start.get();
    }
  }

  public static String write(Object progress) {
    try {
      return JSON.writeValueAsString(progress);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain fields can always be written", e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an endpoint may answer, other than by refusing.
 *
 * @param mediaType of the body; absent where there is none
 * @param type what the JSON in it is; absent where it is no JSON
 */
public record Answer(int status, @Nullable String mediaType, @Nullable Type type) {
  private static final String JSON = "application/json";

  static Answer json(int status, Type type) {
    return new Answer(status, JSON, type);
  }

  static Answer file(int status, String mediaType) {
    return new Answer(status, mediaType, null);
  }

  static Answer empty(int status) {
    return new Answer(status, null, null);
  }

  /** A list of these. */
  static Type listOf(Class<?> element) {
    return new ListType(element);
  }

  private record ListType(Class<?> element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/** Where the next page of results starts, in a form that an address can hold. */
public final class PageToken {
  private static final int MAX_LENGTH = 1_000;

  private PageToken() {}

  public static String encode(List<String> after) {
    try {
      byte[] json = Json.MAPPER.writeValueAsString(after).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of strings is always encodable", e);
    }
  }

  public static @Nullable List<String> decode(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      if (token.length() <= MAX_LENGTH) {
        byte[] json = Base64.getUrlDecoder().decode(token);
        List<String> after = Json.MAPPER.readValue(json, new TypeReference<List<String>>() {});
        if (after != null && !after.isEmpty() && !after.contains(null)) {
          return after;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Told below, as every token that is none.
    }
    throw unknown();
  }

  public static InvalidParameterException unknown() {
    return new InvalidParameterException(
        "after",
        "This is no page token of this search.",
        List.of("the `next` of the page before, with the same filters and sort"));
  }
}

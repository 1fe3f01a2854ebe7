// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.marsad.model.Json;

/** The JSON of a request, read without leniency. */
final class StrictJson {
  private static final ObjectReader STRICT =
      Json.MAPPER
          .reader()
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * The object that a request's body is.
   *
   * @throws InvalidBodyException if it is not declared as JSON, or is no JSON object
   */
  static JsonNode object(Context context) {
    // The container fails on a character set that it does not know.
    String type = context.header("Content-Type");
    if (type == null
        || !type.toLowerCase(Locale.ROOT)
            .matches("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?")) {
      throw new InvalidBodyException(
          Problem.of(
              415,
              "Unsupported media type",
              "Send JSON in UTF-8, with Content-Type: application/json."));
    }
    JsonNode node;
    try {
      node = STRICT.readTree(context.bodyAsBytes());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InvalidBodyException(
          Problem.of(400, "Bad request", "The body is no JSON from its line " + line + " on."));
    } catch (IOException e) {
      // Its cause is the end of the client's time, or a length that is not the body's.
      boolean isSlow = e.getCause() instanceof TimeoutException;
      throw new InvalidBodyException(
          isSlow
              ? Problem.of(
                  408, "Request timeout", "The body did not come to its end: send it again.")
              : Problem.of(400, "Bad request", "The body is no JSON."));
    }
    if (node == null || !node.isObject()) {
      throw new InvalidBodyException(
          Problem.of(400, "Bad request", "The body is no JSON object, such as {\"key\": 1}."));
    }
    return node;
  }
}

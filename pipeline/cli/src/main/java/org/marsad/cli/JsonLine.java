// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.marsad.model.Json;

/** The form of answers: one line of JSON each, for people and programs. */
final class JsonLine {
  private JsonLine() {}

  static void print(Object value) {
    try {
      Terminal.out().println(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records are always encodable", e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.model.Json;

/** The alerts' part of an index. */
final class AlertSession implements AutoCloseable {
  private final IndexSession index;

  private AlertSession(IndexSession index) {
    this.index = index;
  }

  static AlertSession open(IndexOptions options) {
    return new AlertSession(IndexSession.open(options));
  }

  AlertIndex alerts() {
    return new AlertIndex(index.connection());
  }

  /** One line of JSON. */
  static void print(Object value) {
    try {
      Terminal.out().println(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records are always encodable", e);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}

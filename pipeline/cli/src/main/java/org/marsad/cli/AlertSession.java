// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexAddress;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.model.Json;

/** The alerts' part of an index: of a cluster, of a running Marsad, or of one's own node. */
final class AlertSession implements AutoCloseable {
  private final @Nullable DataDirectory data;
  private final LocalIndex index;

  private AlertSession(@Nullable DataDirectory data, LocalIndex index) {
    this.data = data;
    this.index = index;
  }

  static AlertSession open(IndexOptions options) {
    IndexAddress cluster = options.cluster();
    if (cluster != null) {
      return new AlertSession(null, LocalIndex.of(cluster));
    }
    options.sayWhere();
    URI running = DataDirectory.runningIndex(options.data);
    if (running != null) {
      return new AlertSession(null, LocalIndex.of(new IndexAddress(running, null)));
    }
    DataDirectory data = DataDirectory.open(options.data);
    try {
      return new AlertSession(data, LocalIndex.open(options, data));
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
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
    if (data != null) {
      data.close();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;

/** An index to ask: of a cluster, of a running Marsad, or of one's own node, started for it. */
final class IndexSession implements AutoCloseable {
  private final @Nullable DataDirectory data;
  private final LocalIndex index;

  private IndexSession(@Nullable DataDirectory data, LocalIndex index) {
    this.data = data;
    this.index = index;
  }

  static IndexSession open(IndexOptions options) {
    IndexAddress cluster = options.cluster();
    if (cluster != null) {
      return new IndexSession(null, LocalIndex.of(cluster));
    }
    options.sayWhere();
    URI running = DataDirectory.runningIndex(options.data);
    if (running != null) {
      return new IndexSession(null, LocalIndex.of(new IndexAddress(running, null)));
    }
    DataDirectory data = DataDirectory.open(options.data);
    try {
      return new IndexSession(data, LocalIndex.open(options, data));
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  IndexConnection connection() {
    return index.connection();
  }

  @Override
  public void close() {
    index.close();
    if (data != null) {
      data.close();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Request;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.model.Secret;

/** An index to ask: of a cluster, of a running Marsad, or of one's own node, started for it. */
final class IndexSession implements AutoCloseable {
  private final @Nullable DataDirectory data;
  private final LocalIndex index;
  private final IndexOptions options;

  private IndexSession(@Nullable DataDirectory data, LocalIndex index, IndexOptions options) {
    this.data = data;
    this.index = index;
    this.options = options;
  }

  static IndexSession open(IndexOptions options) {
    IndexAddress cluster = options.cluster();
    if (cluster != null) {
      return new IndexSession(null, LocalIndex.of(cluster), options);
    }
    options.sayWhere();
    URI running = DataDirectory.runningIndex(options.data);
    if (running != null) {
      return new IndexSession(null, LocalIndex.of(new IndexAddress(running, null)), options);
    }
    DataDirectory data = DataDirectory.open(options.data);
    try {
      return new IndexSession(data, LocalIndex.open(options, data), options);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  LocalIndex index() {
    return index;
  }

  /** Whether another Marsad works with the data directory. */
  boolean isBesideAnother() {
    return data == null && options.elasticsearch == null;
  }

  /** Of the data directory, also of one that a running Marsad has locked. */
  Secret pseudonymKey() {
    return SecretKey.PSEUDONYMS.in(options.data);
  }

  /** Where a person sees what the index holds. */
  String dashboard() {
    return data == null
        ? "the dashboard shows them"
        : "./marsad run --data " + options.data + " shows them";
  }

  IndexConnection connection() {
    return index.connection();
  }

  /**
   * Records what whoever is at this computer is about to do, as the dashboard does: what cannot be
   * recorded does not happen.
   *
   * @param action as the audit log calls it, such as "mute"
   * @param kind of what it is done to, such as "rule"
   * @param id of that; no address, no token
   * @throws org.marsad.dashboards.http.DashboardStartException if it cannot be written
   */
  void record(String action, String kind, String id) {
    new AuditLog(DataDirectory.ownAuditLog(options.data), Clock.systemUTC())
        .record(Request.LOCAL, action, kind, id);
  }

  @Override
  public void close() {
    index.close();
    if (data != null) {
      data.close();
    }
  }
}

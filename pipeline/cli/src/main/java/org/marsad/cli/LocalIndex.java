// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;

/** The index that a command works with: the embedded node, started for it, or a given cluster. */
final class LocalIndex implements AutoCloseable {
  private final @Nullable EmbeddedNode node;
  private final IndexAddress address;
  private final IndexConnection connection;

  private LocalIndex(
      @Nullable EmbeddedNode node, IndexAddress address, IndexConnection connection) {
    this.node = node;
    this.address = address;
    this.connection = connection;
  }

  /** Ready to take documents: reachable, of a version that is supported, templates installed. */
  static LocalIndex open(IndexOptions options, DataDirectory data) {
    LocalIndex index = start(options, data);
    data.tell(index.address().url());
    return index;
  }

  /** Like {@link #open}, of a cluster that is there. */
  static LocalIndex of(IndexAddress cluster) {
    return connect(null, cluster);
  }

  private static LocalIndex start(IndexOptions options, DataDirectory data) {
    IndexAddress cluster = options.cluster();
    if (cluster != null) {
      return of(cluster);
    }
    EmbeddedNode node = EmbeddedNode.start(home(), data.elasticsearch(), 0).supervised();
    try {
      return connect(node, new IndexAddress(node.url(), null));
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private static LocalIndex connect(@Nullable EmbeddedNode node, IndexAddress address) {
    IndexConnection connection = IndexConnection.open(address);
    try {
      connection.verify();
      connection.installTemplates();
      if (node != null) {
        connection.awaitSearchable();
      }
      Terminal.err().println("Elasticsearch  " + address.url());
      return new LocalIndex(node, address, connection);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The checkout, which the launcher knows: the embedded node's jars lie in it. */
  static Path home() {
    String home = System.getProperty("marsad.home");
    if (home == null) {
      throw new Remedy("the system property marsad.home is not set: start Marsad with ./marsad.");
    }
    return Path.of(home);
  }

  IndexAddress address() {
    return address;
  }

  IndexConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
    if (node != null) {
      node.close();
    }
  }
}

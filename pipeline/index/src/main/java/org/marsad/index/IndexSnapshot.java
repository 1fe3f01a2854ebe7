// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.snapshot.SnapshotInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of all indices as they are at one moment, in the folder {@code snapshots} of the embedded
 * node's data directory: the only one that the node may write snapshots to. Writing goes on
 * meanwhile. Not thread-safe.
 */
public final class IndexSnapshot {
  /** Large indices take their time. */
  private static final Duration LIMIT = Duration.ofHours(12);

  private static final String REPOSITORY = "marsad-backup";
  private static final String SNAPSHOT = "backup";
  private static final String INDICES = "marsad-*";
  private static final String SUCCESS = "SUCCESS";

  private final IndexConnection connection;
  private final Path folder;

  /**
   * @param dataDirectory the node's
   */
  public IndexSnapshot(IndexConnection connection, Path dataDirectory) {
    this.connection = connection.within(LIMIT);
    this.folder = folderOf(dataDirectory);
  }

  /** Where the snapshot is. */
  public static Path folderOf(Path dataDirectory) {
    return dataDirectory.resolve("snapshots").toAbsolutePath().normalize();
  }

  /** How many documents each index holds now, tombstones included. */
  public Map<String, Long> counts() {
    connection.call(c -> c.indices().refresh(r -> r.index(INDICES)));
    Map<String, Long> counts = new TreeMap<>();
    for (String index :
        connection.call(c -> c.indices().get(g -> g.index(INDICES))).result().keySet()) {
      counts.put(index, connection.call(c -> c.count(n -> n.index(index))).count());
    }
    return counts;
  }

  /** What the indices take on the disk, in bytes; the snapshot takes about as much. */
  public long bytes() {
    var total = connection.call(c -> c.indices().stats(s -> s.index(INDICES))).all().primaries();
    return total == null || total.store() == null ? 0 : total.store().sizeInBytes();
  }

  /**
   * Takes it, into a folder that holds none.
   *
   * @throws IndexUnavailableException if a part of it could not be written
   */
  public void take() {
    register(false);
    SnapshotInfo taken =
        connection
            .call(
                c ->
                    c.snapshot()
                        .create(
                            s ->
                                s.repository(REPOSITORY)
                                    .snapshot(SNAPSHOT)
                                    .indices(INDICES)
                                    .includeGlobalState(false)
                                    .waitForCompletion(true)))
            .snapshot();
    if (taken == null || !SUCCESS.equals(taken.state())) {
      throw new IndexUnavailableException(
          "Elasticsearch could not write the whole snapshot into "
              + folder
              + " (is there room on the disk?): "
              + (taken == null ? "no answer" : taken.state() + " " + taken.failures()),
          null);
    }
  }

  /** Brings all indices back from it, into a node that has none, and waits until all answer. */
  public void bringBack() {
    register(true);
    connection.call(
        c ->
            c.snapshot()
                .restore(
                    s ->
                        s.repository(REPOSITORY)
                            .snapshot(SNAPSHOT)
                            .indices(INDICES)
                            .includeGlobalState(false)
                            .waitForCompletion(true)));
    connection.call(
        c ->
            c.cluster()
                .health(
                    h ->
                        h.index(INDICES)
                            .waitForStatus(HealthStatus.Yellow)
                            .timeout(t -> t.time("50s"))));
  }

  /** Lets the node forget the folder, which may be moved or removed then. */
  public void release() {
    try {
      connection.call(c -> c.snapshot().deleteRepository(r -> r.name(REPOSITORY)));
    } catch (ElasticsearchException absent) {
      if (absent.status() != Failures.NOT_FOUND) {
        throw absent;
      }
    }
  }

  private void register(boolean readOnly) {
    connection.call(
        c ->
            c.snapshot()
                .createRepository(
                    r ->
                        r.name(REPOSITORY)
                            .repository(
                                b ->
                                    b.fs(
                                        f ->
                                            f.settings(
                                                s ->
                                                    s.location(folder.toString())
                                                        .readonly(readOnly))))));
  }
}

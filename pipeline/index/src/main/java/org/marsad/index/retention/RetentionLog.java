// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.retention;

import java.time.Duration;
import java.util.Optional;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.alerts.IndexedShelf;

/** The last run of retention, kept in the index, so that every dashboard shows it. Thread-safe. */
public final class RetentionLog {
  private static final String LAST = "last";

  private final IndexConnection connection;
  private final Shelf<RetentionRun> shelf;

  public RetentionLog(IndexConnection connection) {
    this.connection = connection;
    this.shelf =
        new IndexedShelf<>(connection, IndexNames.REGISTRY, "retention", RetentionRun.class);
  }

  /** The same, but an index that is silent for so long counts as unavailable. */
  public RetentionLog within(Duration limit) {
    return new RetentionLog(connection.within(limit));
  }

  public Optional<RetentionRun> last() {
    return shelf.find(LAST).map(Kept::value);
  }

  public void note(RetentionRun run) {
    shelf.put(LAST, run);
  }
}

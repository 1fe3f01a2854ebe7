// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import org.marsad.index.alerts.AlertIndex;

/** The alerts' part of an index, changed on record by whoever is at this computer. */
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

  /** Before it is done: see {@link IndexSession#record}. */
  void record(String action, String kind, String id) {
    index.record(action, kind, id);
  }

  @Override
  public void close() {
    index.close();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Shelf;
import org.marsad.classifiers.prevalence.Difference;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.alerts.IndexedShelf;
import org.marsad.index.query.Reader;

/**
 * What trends, comparisons and explanations ask the index. Thread-safe.
 *
 * <p>Every method may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch
 * is away, {@link org.marsad.index.IndexRefusedException} when a person must act, and {@link
 * IllegalArgumentException} for a request that Elasticsearch cannot answer.
 */
public final class TrendQueries {
  private final Correction correction;
  private final Trends trends;
  private final Changes changes;
  private final Shelf<MarkedEvent> events;

  /**
   * @param errors of the model whose shares can be corrected
   */
  public TrendQueries(IndexConnection connection, ErrorSheet errors) {
    this.correction = new Correction(errors);
    this.trends = new Trends(new Reader(connection).overTime(), correction);
    this.changes = new Changes(connection);
    this.events = new IndexedShelf<>(connection, IndexNames.REGISTRY, "event", MarkedEvent.class);
  }

  /** The name and version of the model whose shares can be corrected. */
  public String model() {
    return correction.model();
  }

  public TrendSeries trend(TrendQuestion question) {
    return trends.of(question);
  }

  /**
   * By how much the corrected hostile share of one trend exceeds that of another; null where either
   * is not known.
   */
  public @Nullable Difference difference(TrendSeries one, TrendSeries other) {
    return correction.difference(one, other);
  }

  /** What carries the change between two ranges of days. */
  public Change change(ChangeQuestion question) {
    return changes.of(question);
  }

  /** The events that analysts noted. */
  public Shelf<MarkedEvent> events() {
    return events;
  }
}

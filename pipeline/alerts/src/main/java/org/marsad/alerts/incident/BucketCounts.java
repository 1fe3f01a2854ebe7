// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;

/**
 * What the index holds of one closed bucket of a rule.
 *
 * @param start of the bucket
 * @param count documents that the rule is about
 * @param total documents that those are a part of, see {@link org.marsad.model.Filters#whole}
 * @param captured whatever the rule's sources published, see {@link
 *     org.marsad.model.Filters#coverage}
 * @param told those of {@code count} that may be told: those of fewer than five people may not, see
 *     PRODUCT.md
 * @param toldTotal those of {@code total} that may be told beside {@code told}
 */
public record BucketCounts(
    Instant start, long count, long total, long captured, long told, long toldTotal) {

  /** A bucket of which everything may be told. */
  public BucketCounts(Instant start, long count, long total, long captured) {
    this(start, count, total, captured, count, total);
  }

  /** Whether documents of few people are left out of what is told. */
  boolean withholds() {
    return told < count;
  }

  /** As much of it as people may hear of. */
  BucketCounts shown() {
    return new BucketCounts(start, told, toldTotal, captured, told, toldTotal);
  }
}

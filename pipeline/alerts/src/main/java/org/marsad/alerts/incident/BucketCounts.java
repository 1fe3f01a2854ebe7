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
 */
public record BucketCounts(Instant start, long count, long total, long captured) {}

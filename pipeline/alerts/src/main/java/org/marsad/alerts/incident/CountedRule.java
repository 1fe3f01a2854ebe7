// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.AlertRule;

/**
 * The past of one rule.
 *
 * @param buckets consecutive, oldest first, the one to judge last; empty with a fault
 * @param fault why this rule cannot be counted, in words for whoever made it; null when all is well
 */
public record CountedRule(AlertRule rule, List<BucketCounts> buckets, @Nullable String fault) {}

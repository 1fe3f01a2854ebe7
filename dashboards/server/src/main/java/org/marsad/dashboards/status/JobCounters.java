// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.status;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the running job has done so far.
 *
 * @param state STARTING, RUNNING, FINISHED, FAILED or STOPPED
 * @param since when it came into that state
 * @param counts by name (read, indexed, duplicates, rejected, …), shown in the map's order
 * @param delays null where none was measured, or where only Flink's own metrics tell
 */
public record JobCounters(
    String state, Instant since, Map<String, Long> counts, @Nullable SearchDelays delays) {}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import java.util.List;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;

/**
 * A series as it was read.
 *
 * @param granularity how long each bucket is
 * @param buckets consecutive, oldest first, gaps filled with buckets without data
 * @param timestamps of each bucket, as the input writes it; of a gap, the bucket's start
 * @param faults of rows, by row
 */
public record CountSeries(
    Granularity granularity,
    List<Bucket> buckets,
    List<String> timestamps,
    List<RowFault> faults) {}

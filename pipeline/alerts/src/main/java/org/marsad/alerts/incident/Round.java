// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
import org.marsad.alerts.detect.Granularity;

/**
 * A closed bucket that every rule of its granularity is to be judged on.
 *
 * @param start of the bucket, a boundary by Morocco's clock
 * @param end exclusive
 * @param catchUp whether it closed while the program was away, so that what it shows is old news
 */
public record Round(Granularity granularity, Instant start, Instant end, boolean catchUp) {}

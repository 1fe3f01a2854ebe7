// SPDX-License-Identifier: AGPL-3.0-or-later
/** The job's counters: their names, which are API, and the way to read them in the same JVM. */
@NullMarked
package org.marsad.job.metrics;

import org.jspecify.annotations.NullMarked;

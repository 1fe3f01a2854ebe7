// SPDX-License-Identifier: AGPL-3.0-or-later
/** The job inside one program: a local Flink cluster, its checkpoints on disk, its counters. */
@NullMarked
package org.marsad.job.local;

import org.jspecify.annotations.NullMarked;

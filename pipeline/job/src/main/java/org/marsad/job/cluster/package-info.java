// SPDX-License-Identifier: AGPL-3.0-or-later
/** The job in a cluster, which keeps its checkpoints and takes it up again. */
@NullMarked
package org.marsad.job.cluster;

import org.jspecify.annotations.NullMarked;

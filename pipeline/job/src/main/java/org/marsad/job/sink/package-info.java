// SPDX-License-Identifier: AGPL-3.0-or-later
/** The sink: Flink's asynchronous sink over the index's bulk writer. */
@NullMarked
package org.marsad.job.sink;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the pipeline's speed is compared with. */
@NullMarked
package org.marsad.index.benchmark;

import org.jspecify.annotations.NullMarked;

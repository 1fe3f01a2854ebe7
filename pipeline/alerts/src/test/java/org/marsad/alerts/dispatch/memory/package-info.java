// SPDX-License-Identifier: AGPL-3.0-or-later
/** Stores, a channel and a clock for tests: in memory, and made to fail on demand. */
@NullMarked
package org.marsad.alerts.dispatch.memory;

import org.jspecify.annotations.NullMarked;

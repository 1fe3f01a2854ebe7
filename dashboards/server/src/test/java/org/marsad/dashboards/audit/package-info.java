// SPDX-License-Identifier: AGPL-3.0-or-later
/** The audit log, written and tampered with. */
@NullMarked
package org.marsad.dashboards.audit;

import org.jspecify.annotations.NullMarked;

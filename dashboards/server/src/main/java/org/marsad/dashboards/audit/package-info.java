// SPDX-License-Identifier: AGPL-3.0-or-later
/** The record of deliberate acts. */
@NullMarked
package org.marsad.dashboards.audit;

import org.jspecify.annotations.NullMarked;

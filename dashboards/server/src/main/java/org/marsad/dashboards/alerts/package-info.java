// SPDX-License-Identifier: AGPL-3.0-or-later
/** Rules, incidents and subscriptions of alerting. */
@NullMarked
package org.marsad.dashboards.alerts;

import org.jspecify.annotations.NullMarked;

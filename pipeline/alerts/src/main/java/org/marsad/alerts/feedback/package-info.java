// SPDX-License-Identifier: AGPL-3.0-or-later
/** What people said of incidents, and how right a rule has been. */
@NullMarked
package org.marsad.alerts.feedback;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who hears of which rules, how, and when they do not want to be woken. */
@NullMarked
package org.marsad.alerts.subscription;

import org.jspecify.annotations.NullMarked;

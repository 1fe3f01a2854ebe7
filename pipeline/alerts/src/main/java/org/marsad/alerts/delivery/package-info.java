// SPDX-License-Identifier: AGPL-3.0-or-later
/** Brings each step of an incident to each subscriber once, late rather than never. */
@NullMarked
package org.marsad.alerts.delivery;

import org.jspecify.annotations.NullMarked;

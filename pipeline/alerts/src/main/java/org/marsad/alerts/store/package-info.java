// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the parts of alerting keep things; the index implements it. */
@NullMarked
package org.marsad.alerts.store;

import org.jspecify.annotations.NullMarked;

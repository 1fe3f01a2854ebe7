// SPDX-License-Identifier: AGPL-3.0-or-later
/** The ways by which a message reaches people. */
@NullMarked
package org.marsad.alerts.channel;

import org.jspecify.annotations.NullMarked;

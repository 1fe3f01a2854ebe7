// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what people read. */
@NullMarked
package org.marsad.alerts.message;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where connections may lead, for all that opens them. */
@NullMarked
package org.marsad.model.net;

import org.jspecify.annotations.NullMarked;

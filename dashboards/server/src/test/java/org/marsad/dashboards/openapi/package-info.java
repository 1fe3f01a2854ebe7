// SPDX-License-Identifier: AGPL-3.0-or-later
/** The dashboard against a real index and, where there is one, in a real browser. */
@NullMarked
package org.marsad.dashboards.openapi;

import org.jspecify.annotations.NullMarked;

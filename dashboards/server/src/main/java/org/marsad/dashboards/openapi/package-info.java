// SPDX-License-Identifier: AGPL-3.0-or-later
/** The description of the API for programs, made from the declarations of its endpoints. */
@NullMarked
package org.marsad.dashboards.openapi;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The HTML pages, which scripts fill. */
@NullMarked
package org.marsad.dashboards.pages;

import org.jspecify.annotations.NullMarked;

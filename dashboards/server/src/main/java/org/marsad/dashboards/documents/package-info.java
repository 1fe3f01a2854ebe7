// SPDX-License-Identifier: AGPL-3.0-or-later
/** One document: its texts, its story, what a citation of it needs. */
@NullMarked
package org.marsad.dashboards.documents;

import org.jspecify.annotations.NullMarked;

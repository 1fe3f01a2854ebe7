// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tells which articles tell one story, with what was seen of late in keyed state. */
@NullMarked
package org.marsad.job.story;

import org.jspecify.annotations.NullMarked;

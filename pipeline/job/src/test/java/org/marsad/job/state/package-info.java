// SPDX-License-Identifier: AGPL-3.0-or-later
/** State that former releases wrote, read by this one. */
@NullMarked
package org.marsad.job.state;

import org.jspecify.annotations.NullMarked;

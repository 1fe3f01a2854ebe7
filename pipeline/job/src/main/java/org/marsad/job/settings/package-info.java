// SPDX-License-Identifier: AGPL-3.0-or-later
/** The settings file: one record tree, read strictly, every fault reported at once. */
@NullMarked
package org.marsad.job.settings;

import org.jspecify.annotations.NullMarked;

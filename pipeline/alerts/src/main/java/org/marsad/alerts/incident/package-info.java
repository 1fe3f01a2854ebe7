// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The life of a rise: what was decided of each closed bucket, and the steps that people hear of.
 */
@NullMarked
package org.marsad.alerts.incident;

import org.jspecify.annotations.NullMarked;

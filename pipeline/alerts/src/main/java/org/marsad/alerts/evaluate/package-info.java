// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Measures the detector beside common rules on simulated series whose outbreaks are known, and
 * writes {@code DETECTOR.md}.
 */
@NullMarked
package org.marsad.alerts.evaluate;

import org.jspecify.annotations.NullMarked;

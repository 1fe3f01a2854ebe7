// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.time.LocalDate;

/**
 * Another model begins to judge: a step in the figures there may be its own.
 *
 * @param day the first whose documents it judged
 * @param model name and version
 */
public record ModelChange(LocalDate day, String model) {}

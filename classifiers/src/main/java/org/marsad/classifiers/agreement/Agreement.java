// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.agreement;

import org.jspecify.annotations.Nullable;

/**
 * How far several people agree.
 *
 * @param alpha Krippendorff's alpha, at most 1; null where it is not defined: nothing was judged
 *     twice, or every value is the same, so that there is no chance to compare with
 * @param low lower end of the interval that holds alpha with a probability of 0.95; null where it
 *     is not defined
 * @param high its upper end
 * @param units how many texts were judged by two people or more
 * @param values how many values these have got
 */
public record Agreement(
    @Nullable Double alpha, @Nullable Double low, @Nullable Double high, int units, int values) {}

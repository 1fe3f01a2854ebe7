// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * From how many texts were called positive to how many are. A classifier errs: where it calls 5 %
 * of all texts hostile that are not, it finds 5 % even on a day without any. Counts are corrected
 * by the errors seen on an evaluation set, and both the set and the counted texts are samples, so
 * the corrected share comes with an interval. The correction assumes that texts of one kind are
 * called alike in the evaluation set and in the count; it cannot mend a set that is unlike the
 * counted texts.
 */
@NullMarked
package org.marsad.classifiers.prevalence;

import org.jspecify.annotations.NullMarked;

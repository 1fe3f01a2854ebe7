// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How far people agree on what a text is. Where they do not, no model can be right: its figures are
 * to be read beside theirs. {@link org.marsad.classifiers.agreement.KrippendorffAlpha} is 1 where
 * all agree and 0 where they agree no more than by chance; Krippendorff (2004, Content Analysis)
 * draws no conclusions below 0.667 and firm ones from 0.8 on.
 */
@NullMarked
package org.marsad.classifiers.agreement;

import org.jspecify.annotations.NullMarked;

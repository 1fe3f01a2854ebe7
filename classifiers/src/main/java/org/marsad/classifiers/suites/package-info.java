// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Functional tests in the manner of HateCheck (Röttger et al. 2021): sentences that are easy for a
 * person and hard for a classifier, each in a class that names what is hard about it. The README
 * beside them says how they were written.
 */
@NullMarked
package org.marsad.classifiers.suites;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The set of trained models with its manifest, as a folder holds it and as it is shipped. */
@NullMarked
package org.marsad.classifiers.model;

import org.jspecify.annotations.NullMarked;

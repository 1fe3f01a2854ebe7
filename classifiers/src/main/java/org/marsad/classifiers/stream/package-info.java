// SPDX-License-Identifier: AGPL-3.0-or-later
/** JSON Lines in, JSON Lines out: the contract that other programs rely on. */
@NullMarked
package org.marsad.classifiers.stream;

import org.jspecify.annotations.NullMarked;

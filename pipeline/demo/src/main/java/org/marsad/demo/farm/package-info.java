// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A farm of made feeds, for measuring and for breaking: many hosts on loopback, each with robots
 * rules, delays and faults of its own, publish items whose fates are known beforehand. So it can be
 * told of each single item what must have become of it.
 */
@NullMarked
package org.marsad.demo.farm;

import org.jspecify.annotations.NullMarked;

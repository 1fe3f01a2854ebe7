// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

/** In which order documents are found. */
public enum Sort {
  NEWEST,
  OLDEST,
  /** What fits the text best first. */
  BEST,
  /** Most hostile first, unclassified last. */
  HOSTILITY,
  /** Stories only: what the most outlets told first. */
  REACH
}

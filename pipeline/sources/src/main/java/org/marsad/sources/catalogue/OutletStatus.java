// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/** What is known of an outlet's feeds. */
public enum OutletStatus {
  /** A polite fetch succeeded. */
  SEEN_OK,
  /** Found in lists; not fetched by us yet. */
  LISTED,
  /** The outlet refuses robots such as ours. */
  REFUSED
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/** What sort of publisher an outlet is. */
public enum OutletKind {
  NEWS_SITE,
  NEWSPAPER,
  AGENCY,
  BROADCASTER,
  OFFICIAL,
  MAGAZINE
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

/** What a document's publication date rests on, from the surest to the least sure. */
public enum DatedBy {
  /** The page states a time. */
  PAGE_TIME,

  /** The feed or record that led to the document states a time. */
  FEED,

  /** The page states a day only; the date is its noon. */
  PAGE_DAY,

  /** The feed or record states a day only; the date is its noon. */
  FEED_DAY,

  /** The page's address holds a day; the date is its noon. */
  URL_DAY
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** Habits of news that the codebook watches. None of them is hostility by itself. */
public enum NewsFlag {
  /** The headline, or an article's first sentence, names a group together with a crime. */
  ORIGIN_IN_CRIME_HEADLINE,
  /** Persons are called clandestine or illegal, and not in words that the author rejects. */
  DELEGITIMISING_TERM,
  /** A large number of people stands beside water, an invasion or a threat. */
  NUMBERS_ALARM,
  /** A longer article about migrants lets none of them, nor an association, speak. */
  NO_MIGRANT_VOICE
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

/** What came of a person's look at how severe a text is. */
public enum Confirmation {
  /** It is as severe as the model says, or from 4 on another level of those. */
  CONFIRMED,
  /** It is not. */
  CORRECTED
}

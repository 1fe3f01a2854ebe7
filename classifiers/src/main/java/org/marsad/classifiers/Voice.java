// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** Whose words a span of a text is, as the codebook defines it. */
public enum Voice {
  AUTHOR,
  /** Somebody else's, and the author says nothing for or against them. */
  QUOTED_NEUTRAL,
  /** Somebody else's, and the author agrees. */
  QUOTED_ENDORSED,
  /** Somebody else's, and the author rejects them. */
  QUOTED_CONDEMNED,
  /** What was done to people, told as an event. */
  REPORTED_EVENT,
  /** In a headline that names no speaker; counts as the author's. */
  HEADLINE_UNATTRIBUTED
}

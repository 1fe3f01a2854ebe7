// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

/** How soon a subscriber hears of a step. */
public enum Cadence {
  /** At once, outside of quiet hours. */
  INSTANT,
  /** With all others of the day, in the morning. */
  DAILY,
  /** With all others of the week, on Monday morning. */
  WEEKLY
}

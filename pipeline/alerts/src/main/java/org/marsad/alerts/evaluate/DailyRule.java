// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

/** Says on which days there is an alarm. */
interface DailyRule {
  /**
   * @param counts one a day
   * @param first the first day to judge; those before it are the past
   * @return for each day from the first on, whether it is an alarm
   */
  boolean[] alarms(long[] counts, int first);
}

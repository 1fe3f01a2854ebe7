// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.List;
import org.marsad.model.Intake;

/**
 * What one step of a feed brought.
 *
 * @param pause whether the domain asked for a pause: the items that are left wait for the next poll
 */
record StepResult(List<Intake> records, FeedState after, boolean pause) {
  static StepResult of(List<Intake> records, FeedState after) {
    return new StepResult(records, after, false);
  }
}

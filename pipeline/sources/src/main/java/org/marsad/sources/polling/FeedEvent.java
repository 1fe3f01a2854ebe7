// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.List;
import org.marsad.model.Intake;

/**
 * What one step brought: records, and the feed's state once they are emitted.
 *
 * @param last whether the feed has nothing more to give (only when each feed is read once)
 */
record FeedEvent(String splitId, List<Intake> records, FeedState after, boolean last) {}

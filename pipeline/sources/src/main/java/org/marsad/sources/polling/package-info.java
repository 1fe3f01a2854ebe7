// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The Flink source that follows feeds. A split is a feed with the state of its polling; the feeds
 * of one registrable domain go to one reader, so that its limiter needs no coordination.
 *
 * <pre>
 * FeedEnumerator → FeedSplit → FeedSplitReader ⟶ DomainQueue ⟶ FeedPoller → FeedEvent → FeedEventEmitter → Intake
 *  (which reader)              (Flink's thread)   (worker, one step of one      (records and the
 *                                                  feed of a domain at a time)   state after them)
 * </pre>
 *
 * Every {@link org.marsad.sources.polling.FeedEvent} carries the records of one step together with
 * the feed's state after it, and the state counts from the moment the records are emitted. So a
 * checkpoint holds exactly what came before it: nothing is lost and nothing emitted twice.
 */
@NullMarked
package org.marsad.sources.polling;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an incident on its way to one subscriber: an entry of the outbox, and the receipt
 * once it has arrived.
 *
 * @param stepKey see {@link org.marsad.alerts.incident.IncidentStep#key}
 * @param notBefore when it may be sent: quiet hours, digests, caps and retries put it off
 * @param catchUp whether it is old news, see {@link org.marsad.alerts.incident.IncidentStep}
 * @param attempts how often it was tried
 * @param batch the message it goes in: whatever is due to a subscriber at once goes in one. The
 *     same after a crash, so that the receiver can tell a repetition; null while it waits
 * @param leaseUntil while SENDING: until then nobody else tries
 * @param receipt what the receiver answered, such as a status or a message id
 * @param fault of the last attempt, in words
 */
public record Delivery(
    String stepKey,
    String subscriptionId,
    State state,
    Instant created,
    Instant notBefore,
    boolean catchUp,
    int attempts,
    @Nullable String batch,
    @Nullable Instant leaseUntil,
    @Nullable Instant sentAt,
    @Nullable String receipt,
    @Nullable String fault) {

  /** Where it is. */
  public enum State {
    WAITING,
    SENDING,
    SENT,
    /** Given up; the operator is told. */
    FAILED,
    /** The subscriber has gone, or the rule was muted, before it was due. */
    DROPPED
  }

  /** A step reaches a subscriber once: there is one delivery of both. */
  public String id() {
    return stepKey + "/" + subscriptionId;
  }
}

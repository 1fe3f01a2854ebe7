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
 * @param fault of the last attempt, or why it was dropped, in words
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
    return id(stepKey, subscriptionId);
  }

  public static String id(String stepKey, String subscriptionId) {
    return stepKey + "/" + subscriptionId;
  }

  public static Delivery waiting(
      String stepKey, String subscriptionId, Instant created, Instant notBefore, boolean catchUp) {
    return new Delivery(
        stepKey,
        subscriptionId,
        State.WAITING,
        created,
        notBefore,
        catchUp,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** Goes out in a message; whoever claimed it has until then to say what came of it. */
  public Delivery claimed(String message, Instant until) {
    return changed(State.SENDING, notBefore, attempts, message, until, null, null, fault);
  }

  public Delivery sent(Instant at, String answer) {
    return changed(State.SENT, notBefore, attempts + 1, batch, null, at, answer, null);
  }

  /** Not yet; one that may have been sent already keeps its message. */
  public Delivery putOff(Instant until) {
    return state == State.SENDING
        ? changed(state, notBefore, attempts, batch, until, null, null, fault)
        : changed(state, until, attempts, batch, null, null, null, fault);
  }

  /** To be tried again, with whatever else is due by then. */
  public Delivery retried(Instant at, String what) {
    return changed(State.WAITING, at, attempts + 1, null, null, null, null, what);
  }

  /** Nobody knows whether it arrived: the same message again, under the same id. */
  public Delivery repeated(Instant at, String what) {
    return changed(State.SENDING, notBefore, attempts + 1, batch, at, null, null, what);
  }

  public Delivery failed(String what) {
    return changed(State.FAILED, notBefore, attempts + 1, batch, null, null, null, what);
  }

  public Delivery dropped(String why) {
    return changed(State.DROPPED, notBefore, attempts, batch, null, null, null, why);
  }

  private Delivery changed(
      State newState,
      Instant newNotBefore,
      int newAttempts,
      @Nullable String newBatch,
      @Nullable Instant newLeaseUntil,
      @Nullable Instant newSentAt,
      @Nullable String newReceipt,
      @Nullable String newFault) {
    return new Delivery(
        stepKey,
        subscriptionId,
        newState,
        created,
        newNotBefore,
        catchUp,
        newAttempts,
        newBatch,
        newLeaseUntil,
        newSentAt,
        newReceipt,
        newFault);
  }
}

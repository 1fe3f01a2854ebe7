// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.delivery.Delivery;

/** The outbox and its receipts. */
public interface DeliveryLog {
  /**
   * @return false where the delivery is there already: it keeps its state
   */
  boolean create(Delivery delivery);

  /** As it is now, whatever was written last. */
  Optional<Kept<Delivery>> find(String id);

  /**
   * WAITING ones that may be sent now, and SENDING ones whose lease has run out, oldest first. Sees
   * everything that was written before.
   */
  List<Kept<Delivery>> due(Instant now, int most);

  /**
   * @return false where somebody has changed it meanwhile
   */
  boolean replace(Kept<Delivery> former, Delivery value);

  /** Receipts of a subscriber or, with an empty id, of all; newest first. */
  List<Delivery> receipts(String subscriptionId, int most);

  /** The deliveries of some steps, in whatever state, the newest first. */
  List<Delivery> ofSteps(Collection<String> stepKeys, int most);

  /**
   * How many messages (batches) a subscriber or, with an empty id, all together were sent since.
   */
  int messagesSince(String subscriptionId, Instant since);
}

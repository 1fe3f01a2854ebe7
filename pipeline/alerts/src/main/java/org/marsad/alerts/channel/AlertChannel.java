// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.AddressCheck;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/** A way to people. Thread-safe. A message counts as delivered once {@link #send} has returned. */
public interface AlertChannel extends AddressCheck, AutoCloseable {
  ChannelKind kind();

  /**
   * Sends within some minutes or fails. A message with an id that was sent before, after a crash,
   * is sent again with the same id, so that the receiver can tell.
   *
   * @return what the receiver answered, for the receipt; no personal data
   * @throws UndeliveredException that says whether to try again
   */
  String send(Message message, Subscription to) throws UndeliveredException;

  @Override
  default void close() {}
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.Map;
import java.util.function.Function;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/**
 * Posts to an incoming web hook of a chat, which takes a form of its own and no signature.
 *
 * @param form of a message, to be sent as JSON
 */
record ChatHookChannel(
    ChannelKind kind, HookClient client, Function<Message, Map<String, Object>> form)
    implements AlertChannel {

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    byte[] body = HookClient.json(form.apply(message));
    return client.post(to.address(), body, message.id(), Map.of());
  }

  @Override
  public void check(String address) {
    client.check(address);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/**
 * Posts messages to programs, as JSON:
 *
 * <pre>{@code
 * {"id": "…", "kind": "ALERT", "language": "fr", "subject": "…", "text": "…",
 *  "steps": [{"incidentId": "…", …}], "links": {"INCIDENT": "https://…"}}
 * }</pre>
 *
 * <p>Two headers go with it. {@code Idempotency-Key} is the message's id: a receiver ignores one
 * that it has seen. {@code X-Marsad-Signature} is as {@link Signature} says. Any 2xx counts as
 * received.
 */
final class WebhookChannel implements AlertChannel {
  private record Payload(
      String id,
      Message.Kind kind,
      String language,
      String subject,
      String text,
      List<IncidentStep> steps,
      Map<Message.Link, String> links) {}

  private final HookClient client;
  private final UnaryOperator<String> secret;
  private final Clock clock;

  /**
   * @param secret of a subscription, by its id
   */
  WebhookChannel(HookClient client, UnaryOperator<String> secret, Clock clock) {
    this.client = client;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    byte[] body =
        HookClient.json(
            new Payload(
                message.id(),
                message.kind(),
                message.language(),
                message.subject(),
                message.text(),
                message.steps(),
                new TreeMap<>(message.links())));
    String signature = Signature.of(secret.apply(to.id()), clock.instant(), body);
    return client.post(to.address(), body, message.id(), Map.of(Signature.HEADER, signature));
  }

  @Override
  public void check(String address) {
    client.check(address);
  }
}

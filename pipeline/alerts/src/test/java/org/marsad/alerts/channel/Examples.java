// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/** A message in Arabic and those who get it. */
final class Examples {
  static final String SUBJECT = "ارتفاع في outlet-a: ‏42 نصًا بدل 17";
  static final String TEXT = "السطر الأول\noutlet-a <b> & *نجوم* @all\n";
  static final Map<Link, String> LINKS =
      Map.of(
          Link.INCIDENT, "https://marsad.example.org/incidents/7?a=1&b=2",
          Link.UNSUBSCRIBE, "https://marsad.example.org/unsubscribe/abc");

  private Examples() {}

  static Message message() {
    return message(SUBJECT, TEXT);
  }

  static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10};

  static Message message(String subject, String text) {
    return new Message(
        "batch/7 x",
        Message.Kind.ALERT,
        "ar",
        true,
        subject,
        text,
        "<html dir=\"rtl\"><body><p>مرحبا</p><img src=\"cid:history\"></body></html>",
        Map.of("history", () -> PICTURE),
        List.of(step()),
        LINKS);
  }

  static IncidentStep step() {
    Instant from = Instant.parse("2026-11-02T00:00:00Z");
    return new IncidentStep(
        "rule-a/2026-11-02",
        1,
        IncidentStep.Kind.OPENED,
        null,
        null,
        from,
        from.plusSeconds(86_400),
        42,
        17.5,
        42,
        null,
        0.001,
        "volume up",
        3,
        false,
        List.of(),
        null,
        null);
  }

  static Subscription to(ChannelKind kind, String address) {
    return new Subscription(
        "s-1",
        kind,
        address,
        List.of(),
        "ar",
        "Africa/Casablanca",
        null,
        null,
        20,
        Subscription.State.CONFIRMED,
        Instant.EPOCH,
        0);
  }
}

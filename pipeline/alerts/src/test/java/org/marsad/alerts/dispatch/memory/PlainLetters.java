// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.util.List;
import java.util.Map;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Letters;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Kind;
import org.marsad.alerts.subscription.Subscription;

/** Letters without words. */
public final class PlainLetters implements Letters {
  @Override
  public Message alert(
      String id, IncidentStep step, String language, Map<Message.Link, String> links) {
    return message(id, Kind.ALERT, step.key(), List.of(step), links);
  }

  @Override
  public Message digest(
      String id,
      List<IncidentStep> steps,
      List<String> silent,
      String language,
      Map<Message.Link, String> links) {
    String text = steps.size() + " steps" + (silent.isEmpty() ? "" : " without " + silent);
    return message(id, Kind.DIGEST, text, steps, links);
  }

  @Override
  public Message confirmation(
      String id, String code, Subscription to, Map<Message.Link, String> links) {
    return message(id, Kind.CONFIRMATION, code, List.of(), links);
  }

  @Override
  public Message trouble(String id, String language, List<String> faults) {
    return message(id, Kind.TROUBLE, String.join("\n", faults), List.of(), Map.of());
  }

  private static Message message(
      String id,
      Kind kind,
      String text,
      List<IncidentStep> steps,
      Map<Message.Link, String> links) {
    return new Message(id, kind, "en", false, text, text, "", Map.of(), steps, links);
  }
}

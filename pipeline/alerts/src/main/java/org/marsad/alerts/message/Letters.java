// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Map;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.subscription.Subscription;

/** Writes what people read. */
public interface Letters {
  /**
   * Tells of one step.
   *
   * @param id of the message
   * @param language ar, fr or en
   * @param links INCIDENT: {@code SITE/alerts/ID}, from which the pages of documents follow;
   *     UNSUBSCRIBE
   */
  Message alert(String id, IncidentStep step, String language, Map<Message.Link, String> links);

  /**
   * Tells shortly of several steps, by rule, the worst first; of at most 40, and counts the rest.
   *
   * @param silent ids of outlets with feeds that have fallen silent, of which nothing can be told
   * @param links INCIDENT: {@code SITE/alerts}, from which the pages of the incidents follow;
   *     UNSUBSCRIBE
   */
  Message digest(
      String id,
      List<IncidentStep> steps,
      List<String> silent,
      String language,
      Map<Message.Link, String> links);

  /**
   * Asks whether the reader wants the subscription.
   *
   * @param code that confirms it, for those who cannot follow a link
   * @param links CONFIRM
   */
  Message confirmation(String id, String code, Subscription to, Map<Message.Link, String> links);

  /**
   * Tells the operator that alerting itself fails.
   *
   * @param language ar, fr or en
   * @param faults English sentences; of more than 40 the rest is counted
   */
  Message trouble(String id, String language, List<String> faults);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.IncidentStep;

/**
 * A message in the reader's language, ready for every channel.
 *
 * @param id the same for the same content to the same subscriber, so that receivers can tell a
 *     repetition
 * @param kind what it is about
 * @param language ar, fr or en
 * @param rightToLeft whether it is to be set from right to left
 * @param subject one line
 * @param text plain, for people; also without pictures complete
 * @param html a whole page with inline styles; refers to pictures as {@code cid:NAME}
 * @param pictures PNG images by name, drawn for the channels that show them
 * @param steps what it tells of, for receivers that are programs; empty for a confirmation
 * @param links by name: where to see, to unsubscribe, to confirm; for buttons and headers
 */
public record Message(
    String id,
    Kind kind,
    String language,
    boolean rightToLeft,
    String subject,
    String text,
    String html,
    Map<String, Supplier<byte[]>> pictures,
    List<IncidentStep> steps,
    Map<Link, String> links) {

  /** What it is about. */
  public enum Kind {
    ALERT,
    DIGEST,
    CONFIRMATION,
    /** To the operator: alerting itself fails. */
    TROUBLE
  }

  /** Where a message leads. */
  public enum Link {
    INCIDENT,
    CONFIRM,
    UNSUBSCRIBE
  }

  public @Nullable String link(Link link) {
    return links.get(link);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.alerts.subscription.Tokens.Purpose;

/** Addresses of pages that messages lead to. */
public final class Links {
  private final String base;
  private final Tokens tokens;

  /**
   * @param publicUrl where the dashboards begin, with or without a slash at the end
   */
  public Links(URI publicUrl, Tokens tokens) {
    String url = publicUrl.toString();
    this.base = url.endsWith("/") ? url : url + "/";
    this.tokens = tokens;
  }

  public String incidents() {
    return base + "alerts";
  }

  public String incident(String incidentId) {
    return base + "alerts/" + encoded(incidentId);
  }

  public String document(String id) {
    return base + "documents/" + encoded(id);
  }

  /** Where the subscriber says that they want it. */
  public String confirm(Subscription subscription) {
    return base
        + "subscriptions/confirm?code="
        + encoded(tokens.code(Purpose.CONFIRM, subscription.id()));
  }

  /** Where the subscriber ends it. */
  public String unsubscribe(Subscription subscription) {
    return base
        + "subscriptions/unsubscribe?code="
        + encoded(tokens.code(Purpose.UNSUBSCRIBE, subscription.id()));
  }

  /** Forms write a space as a plus, which a path takes for a plus. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.EndpointDraft;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;

/**
 * What a subscriber says by the code of a message: that they want to be told, or not any more.
 * Either asks for POST, so that a program which only looks at the links of a message changes
 * nothing.
 */
public final class ConsentApi {
  private static final Parameter<String> CODE =
      Parameter.text("code", "The code of the message's link.").asked();
  private static final Parameter<String> LANGUAGE =
      Parameter.text("ui", "Left alone: the links of messages have it.");

  private final Subscriptions subscriptions;
  private final Tokens tokens;
  private final AuditLog auditLog;

  public ConsentApi(AlertParts parts, AuditLog auditLog) {
    this.subscriptions = parts.subscriptions();
    this.tokens = parts.tokens();
    this.auditLog = auditLog;
  }

  private record Changed(Subscription.State state) {}

  public List<Endpoint> endpoints() {
    return List.of(
        coded("/api/subscriptions/confirm", "Confirms a subscription by a message's code")
            .handle(this::confirm),
        coded("/api/subscriptions/unsubscribe", "Ends a subscription by a message's code")
            .handle(this::unsubscribe),
        // Where the links of messages lead; mail programs post to the very same address (RFC 8058).
        coded("/subscriptions/unsubscribe", "Ends a subscription by one click in a mail program")
            .handle(this::unsubscribe));
  }

  private static EndpointDraft.Typed<Changed> coded(String path, String summary) {
    return Endpoint.post(path)
        .access(Access.PUBLIC)
        .summary(summary)
        .parameters(CODE, LANGUAGE)
        .refuses(404)
        .answers(Changed.class);
  }

  private Changed confirm(Request request) {
    String code = request.get(CODE);
    auditLog.record(request.who(), "confirm", "subscription", id(Tokens.Purpose.CONFIRM, code));
    if (!subscriptions.confirm(code)) {
      throw unknown();
    }
    return new Changed(Subscription.State.CONFIRMED);
  }

  private Changed unsubscribe(Request request) {
    String code = request.get(CODE);
    String id = id(Tokens.Purpose.UNSUBSCRIBE, code);
    auditLog.record(request.who(), "unsubscribe", "subscription", id);
    if (!subscriptions.unsubscribe(code)) {
      throw unknown();
    }
    return new Changed(Subscription.State.UNSUBSCRIBED);
  }

  private String id(Tokens.Purpose purpose, String code) {
    return tokens.read(purpose, code).orElseThrow(ConsentApi::unknown);
  }

  private static NotFoundResponse unknown() {
    return new NotFoundResponse(
        "This code is not ours, has expired, or its subscription has ended: subscribe again.");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.InvalidSubscriptionException;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.model.Morocco;

/**
 * Who hears of incidents: /api/subscriptions. Confirming and unsubscribing ask for POST, so that a
 * program which only looks at the links of a message changes nothing.
 */
final class SubscriptionApi {
  private static final Set<String> KEYS =
      Set.of(
          "channel", "address", "rules", "language", "zone", "quietHours", "cadence", "dailyCap");
  private static final int USUAL_CAP = 10;

  private final AlertParts parts;
  private final AuditLog auditLog;

  SubscriptionApi(AlertParts parts, AuditLog auditLog) {
    this.parts = parts;
    this.auditLog = auditLog;
  }

  private record Subscribers(List<SubscriptionView> subscriptions) {}

  /**
   * @param secret of a web hook, by which its program checks our signatures; told this once
   */
  private record Requested(String id, Subscription.State state, @Nullable String secret) {}

  private record Changed(Subscription.State state) {}

  void addTo(RoutesConfig routes) {
    routes.get("/api/subscriptions", this::list);
    routes.post("/api/subscriptions", this::request);
    routes.delete("/api/subscriptions/{id}", this::cancel);
    routes.post("/api/subscriptions/confirm", this::confirm);
    routes.post("/api/subscriptions/unsubscribe", this::unsubscribe);
    // Where the links of messages lead; mail programs post to the very same address (RFC 8058).
    routes.post("/subscriptions/unsubscribe", this::unsubscribe);
  }

  private void list(Context context) {
    RequestParameters.none(context);
    context.json(
        new Subscribers(
            parts.subscribers().all().stream()
                .map(kept -> SubscriptionView.of(kept.value()))
                .toList()));
  }

  private void request(Context context) throws InvalidSubscriptionException {
    RequestParameters.none(context);
    JsonBody body = JsonBody.of(context, KEYS);
    ChannelKind channel = body.oneOf("channel", ChannelKind.class);
    String address = body.text("address");
    for (String key : List.of("channel", "address", "language")) {
      if (!body.has(key)) {
        body.fault(key, "is missing");
      }
    }
    String language = body.text("language");
    QuietHours quietHours = quietHours(body);
    Integer dailyCap = body.number("dailyCap");
    List<String> rules = body.texts("rules");
    String zone = body.text("zone");
    Cadence cadence = body.oneOf("cadence", Cadence.class);
    body.check();
    if (channel == null || address == null || language == null) {
      throw new InvalidBodyException(List.of("channel, address or language is empty."));
    }
    Subscriptions.Requested requested =
        parts
            .subscriptions()
            .request(
                channel,
                address,
                rules,
                language,
                Objects.requireNonNullElse(zone, Morocco.ZONE),
                quietHours,
                cadence,
                Objects.requireNonNullElse(dailyCap, USUAL_CAP));
    Subscription made = requested.subscription();
    boolean isNew = requested.isNew();
    recordOrTakeBack(made, isNew);
    context
        .status(isNew ? 201 : 200)
        .json(
            new Requested(
                made.id(),
                made.state(),
                isNew && channel == ChannelKind.WEBHOOK
                    ? parts.tokens().issue(Tokens.Purpose.WEBHOOK, made.id())
                    : null));
  }

  /** What cannot be recorded does not happen. */
  private void recordOrTakeBack(Subscription made, boolean isNew) {
    try {
      auditLog.record("subscribe", "subscription", made.id());
    } catch (RuntimeException e) {
      if (isNew) {
        boolean unused = parts.subscriptions().cancel(made.id());
      }
      throw e;
    }
  }

  private static @Nullable QuietHours quietHours(JsonBody body) {
    JsonBody hours = body.object("quietHours", Set.of("from", "to"));
    if (hours == null) {
      return null;
    }
    LocalTime from = hours.time("from");
    LocalTime to = hours.time("to");
    if (from == null || to == null) {
      hours.fault("from", "and quietHours.to are both needed");
      return null;
    }
    return new QuietHours(from, to);
  }

  private void cancel(Context context) {
    RequestParameters.none(context);
    String id = context.pathParam("id");
    if (parts.subscribers().find(id).isEmpty()) {
      throw new NotFoundResponse("There is no such subscription.");
    }
    auditLog.record("unsubscribe", "subscription", id);
    boolean unused = parts.subscriptions().cancel(id);
    context.status(204);
  }

  private void confirm(Context context) {
    String code = code(context);
    auditLog.record("confirm", "subscription", id(Tokens.Purpose.CONFIRM, code));
    if (!parts.subscriptions().confirm(code)) {
      throw unknown();
    }
    context.json(new Changed(Subscription.State.CONFIRMED));
  }

  private void unsubscribe(Context context) {
    String code = code(context);
    auditLog.record("unsubscribe", "subscription", id(Tokens.Purpose.UNSUBSCRIBE, code));
    if (!parts.subscriptions().unsubscribe(code)) {
      throw unknown();
    }
    context.json(new Changed(Subscription.State.UNSUBSCRIBED));
  }

  private static String code(Context context) {
    String code = new RequestParameters(context, Set.of("code", "ui")).text("code");
    if (code == null) {
      throw new InvalidParameterException(
          "code", "It is missing.", List.of("the code of the message's link"));
    }
    return code;
  }

  private String id(Tokens.Purpose purpose, String code) {
    return parts.tokens().read(purpose, code).orElseThrow(SubscriptionApi::unknown);
  }

  private static NotFoundResponse unknown() {
    return new NotFoundResponse(
        "This code is not ours, has expired, or its subscription has ended: subscribe again.");
  }
}

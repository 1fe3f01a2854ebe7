// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import io.javalin.http.NotFoundResponse;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.InvalidSubscriptionException;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;
import org.marsad.model.Morocco;

/** Who hears of incidents: /api/subscriptions. */
public final class SubscriptionApi {
  private static final int USUAL_CAP = 10;

  private final AlertParts parts;
  private final AuditLog auditLog;

  public SubscriptionApi(AlertParts parts, AuditLog auditLog) {
    this.parts = parts;
    this.auditLog = auditLog;
  }

  private record Subscribers(List<SubscriptionView> subscriptions) {}

  /**
   * @param secret of a web hook, by which its program checks our signatures; told this once
   */
  private record Requested(String id, Subscription.State state, @Nullable String secret) {}

  /**
   * A subscription as it is asked for.
   *
   * @param rules their ids; all where there is none
   * @param zone Africa/Casablanca where it is absent
   * @param cadence that of the rules where it is absent
   * @param dailyCap 10 where it is absent
   */
  private record SubscriptionBody(
      ChannelKind channel,
      String address,
      @Nullable List<String> rules,
      String language,
      @Nullable String zone,
      @Nullable HoursBody quietHours,
      @Nullable Cadence cadence,
      @Nullable Integer dailyCap) {}

  private record HoursBody(LocalTime from, LocalTime to) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/subscriptions")
            .access(Access.ANALYSE)
            .summary("Lists who is told of incidents, with shortened addresses")
            .answers(Subscribers.class)
            .handle(request -> list()),
        Endpoint.post("/api/subscriptions")
            .access(Access.ANALYSE)
            .summary("Asks an address whether it wants to be told")
            .body(SubscriptionBody.class)
            .answers(200, Requested.class)
            .answers(201, Requested.class)
            .handle(this::request),
        Endpoint.delete("/api/subscriptions/{id}")
            .access(Access.ANALYSE)
            .summary("Ends a subscription")
            .refuses(404)
            .answers(204)
            .handle(this::cancel));
  }

  private Subscribers list() {
    return new Subscribers(
        parts.subscribers().all().stream().map(kept -> SubscriptionView.of(kept.value())).toList());
  }

  private void request(Request request) throws InvalidSubscriptionException {
    JsonBody body = request.body();
    ChannelKind channel = body.required("channel", ChannelKind.class);
    String address = body.required("address");
    String language = body.required("language");
    QuietHours quietHours = quietHours(body);
    Integer dailyCap = body.number("dailyCap");
    List<String> rules = body.texts("rules");
    String zone = body.text("zone");
    Cadence cadence = body.oneOf("cadence", Cadence.class);
    body.check();
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
    parts
        .subscriptions()
        .record(requested, id -> auditLog.record(request.who(), "subscribe", "subscription", id));
    request
        .context()
        .status(isNew ? 201 : 200)
        .json(
            new Requested(
                made.id(),
                made.state(),
                isNew && channel == ChannelKind.WEBHOOK
                    ? parts.tokens().issue(Tokens.Purpose.WEBHOOK, made.id())
                    : null));
  }

  private static @Nullable QuietHours quietHours(JsonBody body) {
    JsonBody hours = body.object("quietHours", HoursBody.class);
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

  private void cancel(Request request) {
    String id = request.path("id");
    if (parts.subscribers().find(id).isEmpty()) {
      throw new NotFoundResponse("There is no such subscription.");
    }
    auditLog.record(request.who(), "unsubscribe", "subscription", id);
    boolean unused = parts.subscriptions().cancel(id);
    request.context().status(204);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import io.javalin.http.ConflictResponse;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Moments;
import org.marsad.dashboards.http.Request;
import org.marsad.index.trend.MarkedEvent;

/** What happened beside, which trends mark: /api/events. */
public final class EventApi {
  private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
  private static final int MAX_TITLE = 200;
  private static final int MAX_LINK = 500;
  private static final int MOST = 1_000;

  private final Shelf<MarkedEvent> events;
  private final AuditLog auditLog;

  public EventApi(Shelf<MarkedEvent> events, AuditLog auditLog) {
    this.events = events;
    this.auditLog = auditLog;
  }

  private record Events(List<Event> events) {}

  private record Event(
      String id, LocalDate day, Map<String, String> titles, @Nullable String link) {
    static Event of(String id, MarkedEvent event) {
      return new Event(id, event.day(), event.titles(), event.link());
    }
  }

  private record EventBody(String day, Map<String, String> titles, @Nullable String link) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/events")
            .access(Access.READ)
            .summary("Lists the events that trends mark")
            .answers(Events.class)
            .handle(request -> list()),
        Endpoint.post("/api/events")
            .access(Access.ANALYSE)
            .summary("Notes an event")
            .body(EventBody.class)
            .answers(201, Event.class)
            .refuses(409, 422)
            .handle(this::add),
        Endpoint.delete("/api/events/{id}")
            .access(Access.ANALYSE)
            .summary("Removes an event")
            .answers(204)
            .refuses(404)
            .handle(this::remove));
  }

  private Events list() {
    return new Events(
        events.all().stream()
            .map((Kept<MarkedEvent> kept) -> Event.of(kept.id(), kept.value()))
            .toList());
  }

  private void add(Request request) {
    JsonBody body = request.body();
    LocalDate day = day(body);
    Map<String, String> titles = body.textByName("titles");
    if (titles.isEmpty()
        || !LANGUAGES.containsAll(titles.keySet())
        || titles.values().stream()
            .anyMatch(title -> title.isBlank() || title.length() > MAX_TITLE)) {
      body.fault("titles", "needs a title of 1 to " + MAX_TITLE + " characters, by ar, fr or en");
    }
    String link = body.text("link");
    if (link != null && (link.length() > MAX_LINK || !link.matches("https?://[^\\s]+"))) {
      body.fault("link", "is no web address of at most " + MAX_LINK + " characters");
    }
    body.check();
    if (events.all().size() >= MOST) {
      throw new ConflictResponse("There are " + MOST + " events: remove some first.");
    }
    String id = UUID.randomUUID().toString();
    MarkedEvent event = new MarkedEvent(day, titles, link);
    auditLog.record(request.who(), "create", "event", id);
    events.put(id, event);
    request.context().status(201).json(Event.of(id, event));
  }

  private static LocalDate day(JsonBody body) {
    String text = body.text("day");
    try {
      if (text != null) {
        return Moments.parseDay(text);
      }
    } catch (DateTimeException e) {
      // Told below, as a day that is missing.
    }
    body.fault("day", "needs a day such as 2026-03-01, from 1900 to 2199");
    return LocalDate.EPOCH;
  }

  private void remove(Request request) {
    String id = request.path("id");
    if (events.find(id).isEmpty()) {
      throw new NotFoundResponse("There is no event " + id + ".");
    }
    auditLog.record(request.who(), "delete", "event", id);
    boolean unused = events.remove(id);
    request.context().status(204);
  }
}

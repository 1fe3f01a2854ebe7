// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;
import org.marsad.model.DocumentIds;
import org.marsad.model.search.SavedSearch;

/** Searches that are kept under a name: /api/searches. */
public final class SavedSearchApi {
  private static final int LONGEST_NAME = 120;
  private static final int MOST = 500;

  private final Shelf<SavedSearch> shelf;
  private final AuditLog auditLog;
  private final Clock clock;

  public SavedSearchApi(Shelf<SavedSearch> shelf, AuditLog auditLog, Clock clock) {
    this.shelf = shelf;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  private record Searches(List<View> searches) {}

  /**
   * @param parameters those of the search page's address
   */
  private record View(String id, String name, String parameters, Instant saved) {
    static View of(String id, SavedSearch search) {
      return new View(id, search.name(), search.parameters(), search.saved());
    }
  }

  /**
   * @param parameters such as {@code q=migrants&synonyms=true}; what the search page does not know
   *     is left out
   */
  private record SearchBody(String name, String parameters) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/searches")
            .access(Access.READ)
            .summary("Lists the searches that were saved, by name")
            .answers(Searches.class)
            .handle(request -> list()),
        Endpoint.post("/api/searches")
            .access(Access.ANALYSE)
            .summary("Saves a search; one of the same name is replaced")
            .body(SearchBody.class)
            .answers(201, View.class)
            .handle(this::save),
        Endpoint.delete("/api/searches/{id}")
            .access(Access.ANALYSE)
            .summary("Forgets a saved search")
            .refuses(404)
            .answers(204)
            .handle(this::forget));
  }

  private Searches list() {
    return new Searches(
        shelf.all().stream()
            .map(kept -> View.of(kept.id(), kept.value()))
            .sorted(Comparator.comparing(View::name))
            .toList());
  }

  private void save(Request request) {
    JsonBody body = request.body();
    String name = body.required("name");
    String parameters = body.required("parameters");
    if (name.length() > LONGEST_NAME) {
      body.fault("name", "is longer than " + LONGEST_NAME + " characters");
    }
    body.check();
    String id = DocumentIds.ofNativeId("search", name);
    List<Kept<SavedSearch>> all = shelf.all();
    if (all.size() >= MOST && all.stream().noneMatch(kept -> kept.id().equals(id))) {
      throw new InvalidBodyException(
          List.of("There are " + MOST + " saved searches: forget one of them first."));
    }
    SavedSearch search =
        new SavedSearch(
            name,
            SearchAddress.checked(parameters),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    auditLog.record(request.who(), "create", "search", id);
    shelf.put(id, search);
    Context context = request.context();
    context.status(201).json(View.of(id, search));
  }

  private void forget(Request request) {
    String id = request.path("id");
    if (shelf.find(id).isEmpty()) {
      throw new NotFoundResponse("There is no saved search " + id + ".");
    }
    auditLog.record(request.who(), "delete", "search", id);
    boolean unused = shelf.remove(id);
    request.context().status(204);
  }
}

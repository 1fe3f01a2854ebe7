// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to say about one thing that the server can be asked for: the route, who may use
 * it, what it takes and how it answers. Routes, access, the check of parameters and the description
 * at /api/openapi.json come from it; what is not declared does not exist.
 *
 * <pre>{@code
 * Endpoint.get("/api/search")
 *     .access(Access.READ)
 *     .summary("Finds documents")
 *     .parameters(SORT, SIZE)
 *     .answers(Page.class)
 *     .handle(this::search);
 * }</pre>
 *
 * @param path with the names of its variables in braces
 * @param cost tight limits hold for what costs much
 * @param summary in one line, for whoever reads the description
 * @param parameters of the query string
 * @param openQuery whether other parameters are left alone, as on pages, whose scripts read them
 * @param headers that the endpoint heeds, such as If-Match
 * @param body a record whose components are the keys of the JSON object that is asked for; absent
 *     where the body is not read
 * @param refusals statuses of its own kinds of refusal, told as {@link Problem}; those that every
 *     endpoint has in common are not among them
 */
public record Endpoint(
    HandlerType method,
    String path,
    Access access,
    Cost cost,
    String summary,
    List<Parameter<?>> parameters,
    boolean openQuery,
    List<String> headers,
    @Nullable Class<? extends Record> body,
    List<Answer> answers,
    Set<Integer> refusals,
    Action action) {

  /** Answers a request. */
  @FunctionalInterface
  public interface Action {
    void answer(Request request) throws Exception;
  }

  /** Makes the JSON that answers a request. */
  @FunctionalInterface
  public interface Reply<T> {
    T to(Request request) throws Exception;
  }

  public Endpoint {
    parameters = List.copyOf(parameters);
    headers = List.copyOf(headers);
    answers = List.copyOf(answers);
    refusals = Set.copyOf(refusals);
  }

  /** All statuses of refusal, with those that endpoints have in common. */
  public SortedSet<Integer> allRefusals() {
    SortedSet<Integer> all = new TreeSet<>(refusals);
    all.addAll(Refusals.OF_ALL);
    if (access != Access.PUBLIC) {
      all.addAll(Refusals.OF_THE_GATE);
    }
    if (method != HandlerType.GET) {
      all.addAll(Refusals.OF_CHANGES);
    }
    if (body != null) {
      all.addAll(Refusals.OF_BODIES);
    }
    return all;
  }

  public static EndpointDraft get(String path) {
    return new EndpointDraft(HandlerType.GET, path);
  }

  public static EndpointDraft post(String path) {
    return new EndpointDraft(HandlerType.POST, path);
  }

  public static EndpointDraft put(String path) {
    return new EndpointDraft(HandlerType.PUT, path);
  }

  public static EndpointDraft delete(String path) {
    return new EndpointDraft(HandlerType.DELETE, path);
  }
}

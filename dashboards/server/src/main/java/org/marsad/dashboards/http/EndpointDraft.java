// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.HandlerType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An endpoint while it is being declared; see {@link Endpoint}. */
public final class EndpointDraft {
  private final HandlerType method;
  private final String path;
  private @Nullable Access access;
  private Cost cost = Cost.SMALL;
  private @Nullable String summary;
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private boolean openQuery;
  private final List<String> headers = new ArrayList<>();
  private @Nullable Class<? extends Record> body;
  private final List<Answer> answers = new ArrayList<>();
  private final Set<Integer> refusals = new TreeSet<>();

  EndpointDraft(HandlerType method, String path) {
    this.method = method;
    this.path = path;
  }

  public EndpointDraft access(Access who) {
    access = who;
    return this;
  }

  /** Without this it costs little. */
  public EndpointDraft costs(Cost much) {
    cost = much;
    return this;
  }

  public EndpointDraft summary(String line) {
    summary = line;
    return this;
  }

  public EndpointDraft parameters(Parameter<?>... more) {
    return parameters(List.of(more));
  }

  public EndpointDraft parameters(List<Parameter<?>> more) {
    parameters.addAll(more);
    return this;
  }

  /** Leaves parameters alone that are not declared. */
  public EndpointDraft openQuery() {
    openQuery = true;
    return this;
  }

  public EndpointDraft headers(String... names) {
    headers.addAll(List.of(names));
    return this;
  }

  /**
   * @param shape a record whose components are the keys
   */
  public EndpointDraft body(Class<? extends Record> shape) {
    body = shape;
    return this;
  }

  /** It may refuse with these, beside what every endpoint may refuse with. */
  public EndpointDraft refuses(Integer... statuses) {
    refusals.addAll(List.of(statuses));
    return this;
  }

  /** JSON of this type with status 200, which is all that it answers. */
  public <T> Typed<T> answers(Class<T> type) {
    return new Typed<>(type);
  }

  /** A JSON list of this type with status 200, which is all that it answers. */
  public <T> Typed<List<T>> answersAll(Class<T> element) {
    return new Typed<>(Answer.listOf(element));
  }

  /** JSON of this type, among other answers. */
  public EndpointDraft answers(int status, Class<?> type) {
    answers.add(Answer.json(status, type));
    return this;
  }

  /** What is no JSON, such as text/csv. */
  public EndpointDraft answers(int status, String mediaType) {
    answers.add(Answer.file(status, mediaType));
    return this;
  }

  /** Nothing but a status, such as 204. */
  public EndpointDraft answers(int status) {
    answers.add(Answer.empty(status));
    return this;
  }

  /** Ends the declaration of an endpoint that writes its answer itself. */
  public Endpoint handle(Endpoint.Action action) {
    if (access == null || summary == null || answers.isEmpty()) {
      throw new IllegalStateException(
          method + " " + path + " does not say who may use it, what it is or what it answers");
    }
    return new Endpoint(
        method,
        path,
        access,
        cost,
        summary,
        parameters,
        openQuery,
        headers,
        body,
        answers,
        refusals,
        action);
  }

  /** One that answers with JSON of one type. */
  public final class Typed<T> {
    private final Type type;

    private Typed(Type type) {
      this.type = type;
    }

    public Endpoint handle(Endpoint.Reply<T> reply) {
      answers.add(Answer.json(200, type));
      return EndpointDraft.this.handle(request -> request.context().json(reply.to(request)));
    }
  }
}

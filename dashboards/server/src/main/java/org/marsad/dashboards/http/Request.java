// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint, read by what the endpoint declares; says exactly what is wrong with it.
 */
public final class Request {
  /** The attribute of a context by which a {@link Gate} says who was admitted. */
  public static final String WHO = "who";

  /** The attribute by which a {@link Gate} says whose account it is, where it is one's. */
  public static final String ACCOUNT = "account";

  /** Whoever is at this computer, while there is no account. */
  public static final String LOCAL = "local";

  /** Somebody who is not known, such as one who follows the link of a message. */
  public static final String NOBODY = "nobody";

  private static final int MAX_VALUES = 50;
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private final Context context;
  private final Endpoint endpoint;

  /**
   * @throws InvalidParameterException when there is one that is not declared
   */
  Request(Context context, Endpoint endpoint) {
    this.context = context;
    this.endpoint = endpoint;
    String query = context.queryString();
    if (query != null && BROKEN.matcher(query).find()) {
      // It would be read as if its parameter were missing, and the answer be to another question.
      throw new BadRequestResponse(
          "The query string has a % that two hexadecimal digits do not follow: write %25 for it.");
    }
    List<String> known = endpoint.parameters().stream().map(Parameter::name).toList();
    for (String name : context.queryParamMap().keySet()) {
      if (!endpoint.openQuery() && !known.contains(name)) {
        throw new InvalidParameterException(
            name, "There is no such parameter here.", List.copyOf(new TreeSet<>(known)));
      }
    }
  }

  /** For what no declaration covers: to write the answer, and to read headers and cookies. */
  public Context context() {
    return context;
  }

  /** Who asks, as the audit log calls them. */
  public String who() {
    String who = context.attribute(WHO);
    return who == null ? NOBODY : who;
  }

  /** The value of a variable of the path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** The value of a parameter; where it is missing or blank what it is otherwise, or null. */
  public <T> @Nullable T find(Parameter<T> parameter) {
    List<T> values = all(parameter);
    if (values.size() > 1) {
      throw new InvalidParameterException(
          parameter.name(), "It is given more than once.", List.of("one value"));
    }
    return values.isEmpty() ? parameter.otherwise() : values.get(0);
  }

  /** The value of a parameter that is required, or is something otherwise. */
  public <T> T get(Parameter<T> parameter) {
    T value = find(parameter);
    if (value == null) {
      throw new InvalidParameterException(
          parameter.name(), "It is missing.", List.of(parameter.description()));
    }
    return value;
  }

  /** Every value of a parameter. */
  public <T> List<T> all(Parameter<T> parameter) {
    String name = parameter.name();
    if (!endpoint.parameters().contains(parameter)) {
      throw new IllegalStateException(endpoint.path() + " does not declare " + name);
    }
    List<T> values =
        context.queryParams(name).stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .map(parameter::read)
            .collect(Collectors.toList());
    if (values.size() > MAX_VALUES) {
      throw new InvalidParameterException(
          name, "It is given too often.", List.of("at most " + MAX_VALUES + " values"));
    }
    return values;
  }

  /**
   * The body that the endpoint declares.
   *
   * @throws InvalidBodyException if it is not declared as JSON, or is no JSON object
   */
  public JsonBody body() {
    Class<? extends Record> shape = endpoint.body();
    if (shape == null) {
      throw new IllegalStateException(endpoint.path() + " declares no body");
    }
    return JsonBody.of(context, JsonBody.keys(shape));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.ArrayList;
import java.util.List;

/** Answers requests by a method that the address does not know. */
public final class WrongMethod {
  private static final String SEPARATOR = ", ";

  private WrongMethod() {}

  /** Names those that it knows, which RFC 9110 asks for with 405. */
  public static void answer(MethodNotAllowedResponse refusal, Context context) {
    List<String> known = new ArrayList<>();
    // Its key is another for browsers.
    refusal.getDetails().values().forEach(list -> known.addAll(List.of(list.split(SEPARATOR))));
    if (known.contains("GET")) {
      known.add("HEAD");
    }
    String allowed = String.join(SEPARATOR, known);
    Problem.of(
            405,
            "Method not allowed",
            context.req().getMethod() + " is not known here: use " + allowed + ".")
        .answer(context);
    context.header("Allow", allowed);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.http.Endpoint;

/** The one HTML page, which its scripts fill; the server only sets its language and direction. */
public final class Pages {
  /** Where the pages lie on the class path. */
  public static final String DIRECTORY = "/org/marsad/dashboards/web";

  public static final List<String> LANGUAGES = List.of("en", "fr", "ar");

  /** The addresses that the scripts know. */
  public static final List<String> PATHS =
      List.of(
          "/",
          "/search",
          "/trends",
          "/documents/{id}",
          "/alerts",
          "/alerts/rules",
          "/alerts/rules/{id}",
          "/alerts/subscriptions",
          "/alerts/{id}",
          "/subscriptions/confirm",
          "/subscriptions/unsubscribe",
          "/sources",
          "/rejections",
          "/login",
          "/account",
          "/administration");

  private final String shell;

  public Pages() {
    try (InputStream in = Pages.class.getResourceAsStream(DIRECTORY + "/index.html")) {
      if (in == null) {
        throw new DashboardStartException(
            "The pages are not on the class path: build dashboards/web first", null);
      }
      shell = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Endpoint> endpoints() {
    return PATHS.stream()
        .map(
            path ->
                Endpoint.get(path)
                    .access(Access.PUBLIC)
                    .summary("A page, which its scripts fill")
                    .openQuery()
                    .answers(200, "text/html")
                    .handle(request -> answer(request.context())))
        .toList();
  }

  private void answer(Context context) {
    String language = language(context.queryParam("ui"), context.header("Accept-Language"));
    context
        .html(
            shell
                .replace("{{language}}", language)
                .replace("{{direction}}", language.equals("ar") ? "rtl" : "ltr"))
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache");
  }

  /**
   * @param chosen in the address; wins if there is a catalogue of it
   * @param accepted the Accept-Language header
   */
  public static String language(@Nullable String chosen, @Nullable String accepted) {
    if (chosen != null && LANGUAGES.contains(chosen)) {
      return chosen;
    }
    if (accepted != null) {
      try {
        String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
        if (best != null) {
          return best;
        }
      } catch (IllegalArgumentException e) {
        // A header that is none is as good as no header.
      }
    }
    return LANGUAGES.get(0);
  }
}

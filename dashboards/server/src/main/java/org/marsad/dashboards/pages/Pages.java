// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.EndpointDraft;
import org.marsad.dashboards.http.Request;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.DocumentQueries;

/**
 * The one HTML page, which its scripts fill; the server only sets its language, its direction, and
 * whether what it shows is made up.
 */
public final class Pages {
  /** Where the pages lie on the class path. */
  public static final String DIRECTORY = "/org/marsad/dashboards/web";

  private static final String HTML = "text/html";

  public static final List<String> LANGUAGES = List.of("en", "fr", "ar");

  private static final String DOCUMENT = "/documents/{id}";

  /** The addresses that the scripts know. */
  public static final List<String> PATHS =
      List.of(
          "/",
          "/map",
          "/search",
          "/trends",
          DOCUMENT,
          "/stories",
          "/stories/{id}",
          "/alerts",
          "/alerts/rules",
          "/alerts/rules/{id}",
          "/alerts/subscriptions",
          "/alerts/{id}",
          "/subscriptions/confirm",
          "/subscriptions/unsubscribe",
          "/review",
          "/review/agreement",
          "/sources",
          "/rejections",
          "/method",
          "/login",
          "/account",
          "/administration");

  /** Whoever asks for one of these wants no page, whatever it accepts. */
  private static final List<String> NO_PAGES = List.of("/api/", "/assets/", "/health/");

  private final DocumentQueries queries;
  private final Predicate<Context> mayRead;
  private final String shell;

  /**
   * @param mayRead whether a request comes from somebody who may hear of documents
   * @param fictional whether the pages show made-up outlets, and have to say so
   */
  public Pages(DocumentQueries queries, Predicate<Context> mayRead, boolean fictional) {
    this.queries = queries;
    this.mayRead = mayRead;
    try (InputStream in = Pages.class.getResourceAsStream(DIRECTORY + "/index.html")) {
      if (in == null) {
        throw new DashboardStartException(
            "The pages are not on the class path: build dashboards/web first", null);
      }
      shell =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{{fictional}}", String.valueOf(fictional));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Endpoint> endpoints() {
    return PATHS.stream().map(this::page).toList();
  }

  private Endpoint page(String path) {
    EndpointDraft draft =
        Endpoint.get(path)
            .access(Access.PUBLIC)
            .summary("A page, which its scripts fill")
            .openQuery()
            .answers(200, HTML);
    return path.equals(DOCUMENT)
        ? draft.answers(404, HTML).answers(410, HTML).handle(this::document)
        : draft.handle(request -> answer(request.context()));
  }

  /** The page says in words what its status says to machines: it is unknown, or was erased. */
  private void document(Request request) {
    answer(request.context().status(statusOf(request)));
  }

  private int statusOf(Request request) {
    String id = request.path("id");
    try {
      if (!mayRead.test(request.context())) {
        // Whoever has to log in first hears of no document, not even whether it is there.
        return 200;
      }
      return queries.document(id).isPresent() ? 200 : queries.tombstone(id).isPresent() ? 410 : 404;
    } catch (IndexUnavailableException | IndexRefusedException e) {
      // The page itself is there, and asks again until the index answers.
      return 200;
    }
  }

  /**
   * Answers with the page that says that there is no such page, where a person asked for one.
   *
   * @return whether it did
   */
  public boolean answerMissing(Context context) {
    String accepted = context.header("Accept");
    boolean isPage =
        context.method() == HandlerType.GET
            && accepted != null
            && accepted.contains(HTML)
            && NO_PAGES.stream().noneMatch(context.path()::startsWith);
    if (isPage) {
      answer(context.status(404));
    }
    return isPage;
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

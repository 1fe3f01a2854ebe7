// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;

/** An answer with nothing in it for us, whether a feed or an article's page was asked for. */
public enum BadAnswer implements LoopbackSite.Page {
  SILENCE(failed("timeout"), null, exchange -> Bodies.silence()),
  TRICKLE(failed("timeout"), null, Bodies::trickle),
  SERVER_ERROR(failed("server-error"), null, exchange -> status(exchange, 500)),
  REFUSAL(failed("http-403"), null, exchange -> status(exchange, 403)),
  MISSING(failed("not-found"), null, exchange -> status(exchange, 404)),
  REDIRECT_LOOP(failed("too-many-redirects"), null, exchange -> redirect(exchange, path(exchange))),
  PRIVATE_ADDRESS(
      failed("forbidden-address"), null, exchange -> redirect(exchange, "http://10.0.0.1/feed")),
  IMPOSSIBLE_PORT(
      failed("bad-url"), null, exchange -> redirect(exchange, "http://127.0.0.1:99999/")),
  CUT_CONNECTION(failed("broken-response"), null, Bodies::cutOff),
  ENDLESS(failed("too-large"), failed("too-large"), exchange -> Bodies.zeros(exchange, 0)),
  LARGE(failed("too-large"), failed("too-large"), exchange -> Bodies.zeros(exchange, 50_000_000)),
  GZIP_BOMB(failed("too-large"), failed("too-large"), Bodies::bomb),
  EMPTY(unread("empty-text"), unparsed("empty-feed"), exchange -> status(exchange, 200)),
  BLANK(unread("empty"), unparsed("empty-feed"), exchange -> text(exchange, " \r\n\t ")),
  NESTED(
      unread("no-article"),
      unparsed("not-a-feed"),
      exchange -> text(exchange, "<div>".repeat(19_000))),
  PDF(unread("not-text"), unparsed("not-a-feed"), exchange -> binary(exchange, "%PDF-1.7\n")),
  PNG(unread("not-text"), unparsed("not-a-feed"), exchange -> binary(exchange, "\u0089PNG\r\n")),
  RUBBISH(unread("not-text"), unparsed("not-a-feed"), exchange -> binary(exchange, ""));

  /** What becomes of it. */
  public record Rejected(Stage stage, String reason) {}

  private final Rejected asPage;
  private final @Nullable Rejected asFeed;
  private final LoopbackSite.Page page;

  BadAnswer(Rejected asPage, @Nullable Rejected asFeed, LoopbackSite.Page page) {
    this.asPage = asPage;
    this.asFeed = asFeed;
    this.page = page;
  }

  public Rejected asPage() {
    return asPage;
  }

  /** Null where only the feed's health tells of it. */
  public @Nullable Rejected asFeed() {
    return asFeed;
  }

  /** Of the feed that answers so. */
  public SourceState state() {
    return this == REFUSAL ? SourceState.REFUSED : SourceState.FAILING;
  }

  @Override
  public void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    page.answer(exchange);
  }

  private static Rejected failed(String reason) {
    return new Rejected(Stage.FETCH, reason);
  }

  private static Rejected unparsed(String reason) {
    return new Rejected(Stage.PARSE, reason);
  }

  private static Rejected unread(String reason) {
    return new Rejected(Stage.EXTRACT, reason);
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().toString();
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    status(exchange, 302);
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    LoopbackSite.send(exchange, status, new byte[0]);
  }

  private static void text(HttpExchange exchange, String body) throws IOException {
    LoopbackSite.send(exchange, 200, body.getBytes(ISO_8859_1));
  }

  private static void binary(HttpExchange exchange, String signature) throws IOException {
    LoopbackSite.send(exchange, 200, Bodies.binary(signature.getBytes(ISO_8859_1)));
  }
}

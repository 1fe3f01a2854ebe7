// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.MovableClock;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.registry.Networks;

/**
 * A network on loopback, a clock, and a fetcher that reads the one by the other.
 *
 * <p>Whatever a test reads is searched, when it is over, for the authors that the scripts planted
 * and for the keys.
 */
public abstract class NetworkHarness {
  protected static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /** More steps than any script here needs: a fetcher that never ends fails. */
  private static final int MANY_STEPS = 60;

  private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  protected final NetworkServer server = new NetworkServer();
  protected final MovableClock clock = new MovableClock(NOW);
  protected final Pseudonyms pseudonyms = new Pseudonyms(new byte[16]);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final PoliteClient client = client(Duration.ofSeconds(20));
  private @Nullable String polled;

  /** The stream, on {@link #server}. */
  protected abstract OutletFeed feed();

  /** The environment with the keys, by their full names; the values count as secrets. */
  protected Map<String, String> environment() {
    return Map.of();
  }

  /** Handles, display names, identifiers and avatars of the authors in all that is served. */
  protected abstract List<String> planted();

  protected Fetcher open() {
    return open(feed(), environment());
  }

  protected Fetcher open(OutletFeed feed, Map<String, String> environment) {
    return open(feed, context(client, environment));
  }

  protected FetchContext context() {
    return context(client, environment());
  }

  /** Reads as long as the fetcher says that there is more. */
  protected Reading readAll(Fetcher fetcher, @Nullable String cursor) throws Exception {
    return readInTurn(at -> fetcher, cursor);
  }

  /** Reads on from where the poll before ended, by another fetcher, as after a restart. */
  protected Reading poll() throws Exception {
    return poll(open());
  }

  /** The same, but by this one. */
  protected Reading poll(Fetcher fetcher) throws Exception {
    Reading reading = readAll(fetcher, polled);
    polled = reading.cursor();
    return reading;
  }

  /** One step of it. */
  protected FetchStep pollStep(Fetcher fetcher) throws Exception {
    FetchStep step = step(fetcher, polled);
    polled = step.cursor();
    return step;
  }

  /** The next {@link #poll} goes on here. */
  protected void pollFrom(@Nullable String cursor) {
    polled = cursor;
  }

  /** One step, remembered for the search at the end. */
  protected FetchStep step(Fetcher fetcher, @Nullable String cursor) throws Exception {
    FetchStep step = fetcher.fetch(cursor);
    step.records().forEach(intake -> seen.add(rendered(intake)));
    seen.add(String.valueOf(step.cursor()));
    seen.add(String.valueOf(step.fault()));
    return step;
  }

  /**
   * What a network may write into a fault's body: the keys and the authors, none of our business.
   */
  protected final String faultBody() {
    return "{\"message\":\"" + String.join(" ", planted()) + " " + environment().values() + "\"}";
  }

  /** That nothing was read, and why. */
  protected static void assertFault(FetchStep step, SourceState state, String message) {
    FetchStep.Fault fault = Objects.requireNonNull(step.fault());
    assertThat(fault.message()).contains(message);
    assertThat(fault.state()).isEqualTo(state);
    assertThat(step.records()).isEmpty();
  }

  /** What is stored of it in the end. */
  protected static Document stored(RawDocument raw) {
    return Objects.requireNonNull(
        new DocumentExtractor(new ArticleExtractor()).extract(raw).document());
  }

  @AfterEach
  final void searchForAuthorsAndKeys() {
    for (String secret : planted()) {
      assertThat(seen).as("a planted author").noneMatch(text -> text.contains(secret));
    }
    for (String key : environment().values()) {
      assertThat(seen).as("a key").noneMatch(text -> text.contains(key));
    }
  }

  @AfterEach
  final void closeAll() throws Exception {
    server.close();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  interface Opening {
    Fetcher at(@Nullable String cursor);
  }

  Reading readInTurn(Opening fetchers, @Nullable String cursor) throws Exception {
    List<Intake> records = new ArrayList<>();
    String at = cursor;
    for (int steps = 0; steps < MANY_STEPS; steps++) {
      FetchStep step = step(fetchers.at(at), at);
      records.addAll(step.records());
      at = step.cursor();
      if (!step.more()) {
        return new Reading(records, at, step.fault());
      }
    }
    throw new AssertionError("no end after " + MANY_STEPS + " steps; the cursor is " + at);
  }

  /** All of a record as text, the body's bytes as well. */
  private static String rendered(Intake intake) {
    RawDocument document = intake.document();
    return document == null || document.body() == null
        ? intake.toString()
        : intake + new String(document.body(), StandardCharsets.UTF_8);
  }

  Fetcher open(OutletFeed feed, FetchContext context) {
    Fetcher fetcher = Networks.open(feed, context);
    open.add(fetcher);
    return fetcher;
  }

  FetchContext context(PoliteClient polite, Map<String, String> environment) {
    return new FetchContext(
        polite, pseudonyms, new Keys(environment), clock, Duration.ZERO, "Marsad-test");
  }

  PoliteClient client(Duration timeout) {
    PoliteClient polite =
        new PoliteClient("Marsad-test", HttpLimits.of(MAX_BODY_BYTES, timeout), clock);
    open.add(
        () -> {
          try {
            polite.close();
          } catch (IOException e) {
            throw new AssertionError("closing a client is local", e);
          }
        });
    return polite;
  }
}

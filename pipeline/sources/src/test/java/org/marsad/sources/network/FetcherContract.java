// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;

/** What each network's fetcher must do; a subclass supplies the network. */
abstract class FetcherContract {
  static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  static final String AUTHOR_ID = "4711000815";
  static final String AUTHOR_NAME = "Zineb Exemple";
  static final String AUTHOR_HANDLE = "zineb_exemple";
  static final String KEY = "planted-key-9f3c";
  private static final int STEPS = 50;

  final NetworkServer server = new NetworkServer();
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private PoliteClient client;

  /** One post as the test wants it published; ids grow with time. */
  record Sample(long number, String text, Instant at) {
    static Sample of(int number) {
      return new Sample(
          1_000 + number,
          "A post about the harbour, number " + number,
          NOW.minus(Duration.ofDays(1)).plusSeconds(number));
    }
  }

  /** The stream that is followed. */
  abstract OutletFeed feed();

  /** Makes the server hold these posts, all by the planted author, with the network's own paging. */
  abstract void publish(List<Sample> samples);

  /** One item of wrong types and two good ones: numbers 1 and 2. */
  abstract void publishOneBrokenOfThree();

  /** The network's id of a sample. */
  String idOf(Sample sample) {
    return String.valueOf(sample.number());
  }

  /** What a plain 403 means here. */
  SourceState forbidden() {
    return SourceState.REFUSED;
  }

  /** The names of the keys that the network needs. */
  List<String> keys() {
    return List.of();
  }

  @BeforeEach
  void open() {
    HttpLimits limits = HttpLimits.of(1 << 20, Duration.ofSeconds(2));
    client = new PoliteClient("MarsadBot/0.1 (+https://marsad.example/bot)", limits, clock());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  final FetchContext context(Map<String, String> environment) {
    return new FetchContext(
        client,
        new Pseudonyms(new byte[32]),
        new Keys(environment),
        clock,
        Duration.ZERO,
        "MarsadBot/0.1");
  }

  final Fetcher open(OutletFeed feed) {
    Map<String, String> environment = new HashMap<>();
    keys().forEach(name -> environment.put("MARSAD_" + name, KEY));
    return Networks.open(feed, context(environment));
  }

  /** What a fetcher reads until it says that it is done. */
  final class Reading {
    final List<Intake> records = new ArrayList<>();
    @Nullable String cursor;
    FetchStep.@Nullable Fault fault;

    Reading(@Nullable String cursor) throws InterruptedException {
      this.cursor = cursor;
      try (Fetcher fetcher = open(feed())) {
        for (int i = 0; i < STEPS; i++) {
          FetchStep step = fetcher.fetch(this.cursor);
          records.addAll(step.records());
          this.cursor = step.cursor();
          fault = step.fault();
          if (!step.more()) {
            return;
          }
        }
        throw new AssertionError("no end after " + STEPS + " steps");
      }
    }

    List<String> ids() {
      return documents().stream().map(RawDocument::nativeId).map(String::valueOf).toList();
    }

    List<RawDocument> documents() {
      return records.stream().map(Intake::document).filter(Objects::nonNull).toList();
    }

    List<Rejection> rejections() {
      return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
    }
  }

  static List<Sample> samples(int from, int to) {
    return IntStream.range(from, to).mapToObj(Sample::of).toList();
  }

  List<String> ids(List<Sample> samples) {
    return samples.stream().map(this::idOf).toList();
  }

  @Test
  void readsWhatIsThereEachPostOnce() throws Exception {
    publish(samples(1, 11));

    Reading reading = new Reading(null);

    assertThat(reading.fault).isNull();
    assertThat(reading.ids()).containsExactlyInAnyOrderElementsOf(ids(samples(1, 11)));
  }

  @Test
  void readsAllPagesThatCameSinceInAnotherProgram() throws Exception {
    publish(samples(1, 11));
    Reading first = new Reading(null);
    publish(samples(1, 141));

    Reading second = new Reading(first.cursor);

    assertThat(second.ids()).containsExactlyInAnyOrderElementsOf(ids(samples(11, 141)));
    assertThat(new Reading(second.cursor).ids()).isEmpty();
  }

  @Test
  void keepsItsTextItsTimeAndNothingOfItsAuthor() throws Exception {
    publish(samples(1, 3));

    Reading reading = new Reading(null);
    String all = Json.MAPPER.writeValueAsString(reading.records);

    assertThat(reading.documents()).extracting(RawDocument::text).contains(Sample.of(1).text());
    assertThat(reading.documents()).extracting(RawDocument::published).contains(Sample.of(1).at());
    assertThat(all).doesNotContain(AUTHOR_ID, AUTHOR_NAME, AUTHOR_HANDLE, KEY);
  }

  @Test
  void oneBrokenItemIsOneRejection() throws Exception {
    publishOneBrokenOfThree();

    Reading reading = new Reading(null);

    assertThat(reading.ids()).hasSize(2);
    assertThat(reading.rejections()).hasSize(1);
  }

  @Test
  void waitsAsLongAsItIsTold() throws Exception {
    publish(samples(1, 3));
    server.failNext(NetworkServer.Answer.status(429, Map.of("Retry-After", "1800")));

    Reading reading = new Reading(null);

    FetchStep.Fault fault = Objects.requireNonNull(reading.fault);
    assertThat(fault.state()).isEqualTo(SourceState.THROTTLED);
    assertThat(fault.until()).isAfter(NOW);
  }

  @Test
  void leavesAloneWhatRefuses() throws Exception {
    publish(samples(1, 3));
    server.failNext(NetworkServer.Answer.status(403, Map.of()));

    Reading reading = new Reading(null);

    assertThat(Objects.requireNonNull(reading.fault).state()).isEqualTo(forbidden());
    assertThat(reading.cursor).isNull();
  }

  @Test
  void losesNothingToAFaultOnTheWay() throws Exception {
    publish(samples(1, 11));
    server.failNext(NetworkServer.Answer.status(500, Map.of()));
    server.failNext(NetworkServer.Answer.json("{\"cut\": ["));

    Reading first = new Reading(null);
    Reading second = new Reading(first.cursor);
    Reading third = new Reading(second.cursor);

    assertThat(Objects.requireNonNull(first.fault).state()).isEqualTo(SourceState.FAILING);
    assertThat(Objects.requireNonNull(second.fault).state()).isEqualTo(SourceState.FAILING);
    assertThat(third.ids()).containsExactlyInAnyOrderElementsOf(ids(samples(1, 11)));
  }

  @Test
  void withoutAKeyItIsOffAndAsksNothing() throws Exception {
    assumeFalse(keys().isEmpty(), "this network needs no key");
    try (Fetcher fetcher = Networks.open(feed(), context(Map.of()))) {
      FetchStep.Fault fault = Objects.requireNonNull(fetcher.fetch(null).fault());

      assertThat(fault.state()).isEqualTo(SourceState.OFF);
      assertThat(fault.message()).contains("MARSAD_" + keys().get(0));
      assertThat(server.requests()).isEmpty();
    }
  }
}

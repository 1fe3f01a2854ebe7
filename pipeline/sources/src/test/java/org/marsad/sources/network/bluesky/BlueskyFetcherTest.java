// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Deletion;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.SocialData;
import org.marsad.sources.network.registry.Networks;

class BlueskyFetcherTest {
  private static final String FIRST = "/subscribe";
  private static final String SECOND = "/xrpc/network.bsky.jetstream.subscribeEvents";
  private static final String AUTHOR = "did:plc:exampleexampleexample";
  private static final Instant START = Instant.parse("2026-07-20T12:00:00Z");
  private static final int MOST_STEPS = 20;

  private final JetstreamServer server = new JetstreamServer();
  private final PoliteClient client =
      new PoliteClient(
          "MarsadBot/0.1", HttpLimits.of(1 << 20, Duration.ofSeconds(2)), Clock.systemUTC());

  @AfterEach
  void close() throws IOException {
    server.close();
    client.close();
  }

  private OutletFeed feed(String path, String keywords) {
    return new OutletFeed(
            "bluesky", "Bluesky", null, server.url(path), FeedContent.POSTS, null, null)
        .in(FeedForm.BLUESKY, Map.of("keywords", keywords));
  }

  /** What comes until the fetcher says that it is done. */
  private final class Reading {
    final List<Intake> records = new ArrayList<>();
    @Nullable String cursor;
    FetchStep.@Nullable Fault fault;

    Reading(OutletFeed feed, @Nullable String from) throws InterruptedException {
      cursor = from;
      FetchContext context =
          new FetchContext(
              client,
              new Pseudonyms(new byte[32]),
              new Keys(Map.of()),
              Clock.systemUTC(),
              Duration.ZERO,
              "MarsadBot/0.1");
      try (Fetcher fetcher = Networks.open(feed, context)) {
        for (int i = 0; i < MOST_STEPS; i++) {
          FetchStep step = fetcher.fetch(cursor);
          records.addAll(step.records());
          cursor = step.cursor();
          fault = step.fault();
          if (!step.more()) {
            return;
          }
        }
      }
    }

    List<String> texts() {
      return records.stream()
          .map(Intake::document)
          .filter(Objects::nonNull)
          .map(RawDocument::text)
          .map(String::valueOf)
          .toList();
    }

    List<Deletion> deletions() {
      return records.stream().map(Intake::deletion).filter(Objects::nonNull).toList();
    }

    List<Rejection> rejections() {
      return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
    }
  }

  private static Instant time(int number) {
    return START.plusSeconds(number);
  }

  private static long micros(int number) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time(number));
  }

  private static ObjectNode firstOf(int number, String kind) {
    return Json.MAPPER
        .createObjectNode()
        .put("did", AUTHOR)
        .put("time_us", micros(number))
        .put("kind", kind);
  }

  private void post(int number, String text) {
    answer(number, text, null);
  }

  private void answer(int number, String text, @Nullable Integer to) {
    ObjectNode event = firstOf(number, "commit");
    ObjectNode post =
        event
            .putObject("commit")
            .put("operation", "create")
            .put("collection", "app.bsky.feed.post")
            .put("rkey", "key" + number)
            .putObject("record")
            .put("text", text)
            .put("createdAt", "0001-01-01T00:00:00Z");
    if (to != null) {
      post.putObject("reply")
          .putObject("parent")
          .put("uri", "at://" + AUTHOR + "/app.bsky.feed.post/key" + to);
    }
    server.add(micros(number), event.toString());
  }

  private void deletion(int number, int of) {
    ObjectNode event = firstOf(number, "commit");
    event
        .putObject("commit")
        .put("operation", "delete")
        .put("collection", "app.bsky.feed.post")
        .put("rkey", "key" + of);
    server.add(micros(number), event.toString());
  }

  @Test
  void takesWhatSpeaksOfTheSubject() throws Exception {
    post(1, "migrants at the harbour");
    post(2, "a recipe for bread");
    post(3, "وصل المهاجرون");

    Reading reading = new Reading(feed(FIRST, "migrant*\nمهاجرون"), null);

    assertThat(reading.fault).isNull();
    assertThat(reading.texts()).containsExactly("migrants at the harbour", "وصل المهاجرون");
    assertThat(server.requests().get(0)).contains("wantedCollections=app.bsky.feed.post");
  }

  @Test
  void anAnswerLeadsToThePostThatItAnswers() throws Exception {
    post(1, "migrants");
    answer(2, "other migrants", 1);

    List<Intake> records = new Reading(feed(FIRST, "migrants"), null).records;

    RawDocument post = Objects.requireNonNull(records.get(0).document());
    RawDocument answer = Objects.requireNonNull(records.get(1).document());
    assertThat(post.parentNativeId()).isNull();
    assertThat(answer.parentNativeId()).isNotNull().isEqualTo(post.nativeId());
    assertThat(answer.toString()).doesNotContain(AUTHOR);
  }

  @Test
  void believesNoClockOfAClient() throws Exception {
    post(1, "migrants");

    Reading reading = new Reading(feed(FIRST, "migrants"), null);

    RawDocument document = Objects.requireNonNull(reading.records.get(0).document());
    assertThat(document.published()).isEqualTo(time(1));
  }

  @Test
  void keepsNothingOfTheAuthor() throws Exception {
    post(1, "migrants");

    Reading reading = new Reading(feed(FIRST, "migrants"), null);

    assertThat(Json.MAPPER.writeValueAsString(reading.records)).doesNotContain(AUTHOR);
    assertThat(reading.cursor).doesNotContain(AUTHOR);
  }

  @Test
  void aConnectionThatBreaksOffInAnEventLosesNothing() throws Exception {
    IntStream.range(1, 30).forEach(i -> post(i, "migrants " + i));
    server.breakOffAfter(12);

    Reading reading = new Reading(feed(FIRST, "migrants"), null);

    assertThat(reading.texts())
        .containsExactlyElementsOf(IntStream.range(1, 30).mapToObj(i -> "migrants " + i).toList());
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void anotherProgramGoesOnBehindTheCursor() throws Exception {
    post(1, "migrants 1");
    post(2, "migrants 2");
    OutletFeed feed = feed(FIRST, "migrants");
    Reading first = new Reading(feed, null);
    post(3, "migrants 3");

    Reading second = new Reading(feed, first.cursor);

    assertThat(second.texts()).containsExactly("migrants 3");
  }

  @Test
  void tellsOfDeletionsOfWhatItTookAlone() throws Exception {
    post(1, "migrants");
    post(2, "a recipe for bread");
    deletion(3, 1);
    deletion(4, 2);

    assertThat(new Reading(feed(FIRST, "migrants"), null).deletions()).hasSize(1);
  }

  @Test
  void anAccountThatGoesTakesItsPostsWithIt() throws Exception {
    post(1, "migrants");
    ObjectNode event = firstOf(2, "account");
    event.putObject("account").put("active", false).put("status", "deleted").put("did", AUTHOR);
    server.add(micros(2), event.toString());

    List<Deletion> deletions = new Reading(feed(FIRST, "migrants"), null).deletions();

    assertThat(deletions).hasSize(1);
    assertThat(deletions.get(0).author()).isNotNull();
  }

  @Test
  void brokenEventsAreRejectionsAndStopNothing() throws Exception {
    server.add(micros(1), "{\"did\": [");
    ObjectNode wrong = firstOf(2, "commit");
    wrong
        .putObject("commit")
        .put("operation", "create")
        .put("collection", "app.bsky.feed.post")
        .put("rkey", "k")
        .putObject("record")
        .put("text", 17);
    server.add(micros(2), wrong.toString());
    post(3, "migrants");

    Reading reading = new Reading(feed(FIRST, "migrants"), null);

    assertThat(reading.texts()).containsExactly("migrants");
    assertThat(reading.rejections()).hasSize(2);
  }

  @Test
  void aPlaceThatTheServerNoLongerKeepsIsAGapThatIsTold() throws Exception {
    second(1, "migrants 1");
    OutletFeed feed = feed(SECOND, "migrants");
    Reading first = new Reading(feed, null);
    second(1_000, "migrants 1000");
    server.keepOnlyFrom(900);

    Reading second = new Reading(feed, first.cursor);

    assertThat(first.texts()).containsExactly("migrants 1");
    assertThat(second.texts()).contains("migrants 1000");
    assertThat(second.rejections()).extracting(Rejection::reason).containsExactly("cursor-too-old");
  }

  private void second(int number, String text) {
    ObjectNode event =
        Json.MAPPER
            .createObjectNode()
            .put("$type", "network.bsky.jetstream.subscribeEvents#commit")
            .put("seq", number)
            .put("did", AUTHOR)
            .put("time", time(number).toString())
            .put("operation", "create")
            .put("collection", "app.bsky.feed.post")
            .put("rkey", "key" + number);
    event.putObject("record").put("text", text).put("createdAt", time(number).toString());
    server.add(number, event.toString());
  }

  @Test
  void whoDoesNotAnswerIsAskedAgainLater() throws Exception {
    OutletFeed feed = feed(FIRST, "migrants");
    server.close();

    FetchStep.Fault fault = Objects.requireNonNull(new Reading(feed, null).fault);

    assertThat(fault.state()).isEqualTo(SourceState.FAILING);
  }

  @Test
  void readsAuthenticEvents() throws Exception {
    List<String> events = SocialData.read("bluesky-jetstream/expected_v1.jsonl").lines().toList();
    for (int i = 0; i < events.size(); i++) {
      server.add(i, events.get(i));
    }

    Reading reading = new Reading(feed(FIRST, ""), null);

    assertThat(reading.texts()).isNotEmpty();
    assertThat(reading.rejections()).isEmpty();
  }
}

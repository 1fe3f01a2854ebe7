// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceState;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.article.DocumentIdentity;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.registry.Networks;
import org.marsad.sources.text.CanonicalUrl;

/**
 * What every fetcher must keep to, whatever its network. A network's test extends this, scripts
 * {@link #server} for each situation, and adds what only its network has.
 *
 * <p>Whatever a test reads is searched, when it is over, for the authors that the scripts planted
 * and for the keys.
 */
public abstract class FetcherContract {
  protected static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /** More steps than any script here needs: a fetcher that never ends fails. */
  private static final int MANY_STEPS = 60;

  private static final int MAX_BODY_BYTES = 1_000_000;

  protected final NetworkServer server = new NetworkServer();
  protected final StillClock clock = new StillClock(NOW);
  protected final Pseudonyms pseudonyms = new Pseudonyms(new byte[16]);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final PoliteClient client = client(Duration.ofSeconds(20));

  // What the network's test supplies.

  /** The stream, on {@link #server}. */
  protected abstract OutletFeed feed();

  /** The environment with the keys, by their full names; the values count as secrets. */
  protected Map<String, String> environment() {
    return Map.of();
  }

  /** Whether the fetcher can do nothing without the keys of the environment. */
  protected boolean needsKeys() {
    return !environment().isEmpty();
  }

  /**
   * Scripts a stream of at least three posts that takes at least two steps to read.
   *
   * @return what each of its posts and comments is called by {@link #nameOf}, in any order
   */
  protected abstract List<String> serveSeveralPages();

  /** To the pages served before, adds at least one newer post; names as above. */
  protected abstract List<String> serveNewer();

  /**
   * Scripts one page, on which one item has values of wrong types, such as a number for an object.
   *
   * @return the names of the others, at least two
   */
  protected abstract List<String> serveOneBadItem();

  /** Scripts one page whose answer, with status 200, ends in the middle. */
  protected abstract void serveTruncated();

  /**
   * Answers all that the stream asks with this; a token, where one is asked for first, is given.
   */
  protected abstract void serveFault(NetworkServer.Answer answer);

  /** Takes the next request of the stream and never answers. */
  protected void serveSilence() {
    server.fallSilent();
  }

  /** An answer with which the network slows its clients down for 120 seconds from {@link #NOW}. */
  protected NetworkServer.Answer throttling() {
    return new NetworkServer.Answer(429, Map.of("Retry-After", "120"), faultBody());
  }

  /**
   * Deletes one of the posts of {@link #serveSeveralPages}, which were read before. Null where the
   * network has no way to tell.
   *
   * @return its name
   */
  protected @Nullable String serveDeletion() {
    return null;
  }

  /**
   * Edits one of the posts of {@link #serveSeveralPages}, which were read before, to {@code text}.
   * Null where the network has no way to tell.
   *
   * @return its name
   */
  protected @Nullable String serveEdit(String text) {
    return null;
  }

  /** Handles, display names, identifiers and avatars of the authors in all that is served. */
  protected abstract List<String> planted();

  /** How the scripts name a document. */
  protected String nameOf(RawDocument document) {
    return Objects.requireNonNull(document.nativeId());
  }

  /** How long the clock moves before the fetcher must have noticed an edit or a deletion. */
  protected Duration untilChangesAreNoticed() {
    return Duration.ofDays(1);
  }

  // What the network's test may use.

  /** What reading brought. */
  public record Reading(
      List<Intake> records, @Nullable String cursor, FetchStep.@Nullable Fault fault) {
    public List<RawDocument> documents() {
      return records.stream().map(Intake::document).filter(Objects::nonNull).toList();
    }

    public List<Rejection> rejections() {
      return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
    }

    public List<Deletion> deletions() {
      return records.stream().map(Intake::deletion).filter(Objects::nonNull).toList();
    }
  }

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

  /** The documents that these become. */
  protected final List<Document> extracted(List<RawDocument> found) {
    DocumentExtractor extractor =
        new DocumentExtractor(new ArticleExtractor(MAX_BODY_BYTES, clock));
    return found.stream()
        .map(raw -> Objects.requireNonNull(extractor.extract(raw).document()))
        .toList();
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

  // The contract.

  @Test
  void readsAllPagesToTheEnd() throws Exception {
    List<String> expected = serveSeveralPages();
    Reading reading = readAll(open(), null);
    assertThat(reading.fault()).isNull();
    assertThat(reading.rejections()).isEmpty();
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(reading.documents())
        .allSatisfy(document -> assertThat(document.sourceId()).isEqualTo(feed().outletId()))
        .allSatisfy(document -> assertThat(document.text()).isNotBlank());
  }

  @Test
  void goesOnByTheCursorInAnotherFetcher() throws Exception {
    List<String> expected = serveSeveralPages();
    int[] steps = new int[1];
    Reading reading =
        readInTurn(
            at -> {
              steps[0]++;
              return open();
            },
            null);
    assertThat(reading.fault()).isNull();
    assertThat(steps[0]).as("steps").isGreaterThan(1);
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void readsOnlyWhatIsNewTheNextTime() throws Exception {
    serveSeveralPages();
    Reading first = readAll(open(), null);
    clock.advance(Duration.ofMinutes(10));
    Reading idle = readAll(open(), first.cursor());
    assertThat(names(idle)).isEmpty();
    List<String> newer = serveNewer();
    clock.advance(Duration.ofMinutes(10));
    Reading second = readAll(open(), idle.cursor());
    assertThat(second.fault()).isNull();
    assertThat(names(second)).containsExactlyInAnyOrderElementsOf(newer);
  }

  @Test
  void comesBackWhenTheNetworkSays() throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    serveFault(throttling());
    Reading reading = readAll(open(), cursor);
    assertFault(reading, SourceState.THROTTLED);
    assertThat(Objects.requireNonNull(reading.fault()).until()).isEqualTo(NOW.plusSeconds(120));
    assertThat(reading.cursor()).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void leavesANetworkAloneThatRefuses(int status) throws Exception {
    serveFault(new NetworkServer.Answer(status, Map.of(), faultBody()));
    Reading reading = readAll(open(), null);
    assertFault(reading, SourceState.REFUSED);
    assertThat(Objects.requireNonNull(reading.fault()).status()).isEqualTo(status);
  }

  @Test
  void asksNothingWithoutItsKey() throws Exception {
    assumeTrue(needsKeys(), "this network needs no key");
    serveSeveralPages();
    Reading reading = readAll(open(feed(), Map.of()), null);
    assertFault(reading, SourceState.OFF);
    assertThat(Objects.requireNonNull(reading.fault()).message()).contains("MARSAD_");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void reportsANetworkThatFails(int status) throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    serveFault(new NetworkServer.Answer(status, Map.of(), faultBody()));
    Reading reading = readAll(open(), cursor);
    assertFault(reading, SourceState.FAILING);
    assertThat(reading.cursor()).isEqualTo(cursor);
  }

  @Test
  void reportsANetworkThatDoesNotAnswer() throws Exception {
    serveSilence();
    PoliteClient impatient = client(Duration.ofSeconds(1));
    Reading reading = readAll(open(feed(), context(impatient, environment())), null);
    assertFault(reading, SourceState.FAILING);
  }

  @Test
  void reportsAnAnswerThatEndsInTheMiddle() throws Exception {
    serveTruncated();
    Reading reading = readAll(open(), null);
    assertThat(reading.documents()).isEmpty();
    assertThat(reading.fault() != null || !reading.rejections().isEmpty())
        .as("a fault or a rejection")
        .isTrue();
    assertMessages(reading);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "7", "\"text\"", "<html>Welcome!</html>"})
  void neverThrowsAtWhatTheNetworkAnswers(String body) throws Exception {
    serveFault(NetworkServer.Answer.json(body));
    Reading reading = readAll(open(), null);
    assertThat(reading.documents()).isEmpty();
    assertMessages(reading);
  }

  @Test
  void rejectsOneBadItemAndTakesTheOthers() throws Exception {
    List<String> good = serveOneBadItem();
    Reading reading = readAll(open(), null);
    assertThat(reading.fault()).isNull();
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(good);
    assertThat(reading.rejections()).hasSize(1);
    assertMessages(reading);
  }

  @Test
  void tellsDeletions() throws Exception {
    serveSeveralPages();
    Reading before = readAll(open(), null);
    String deleted = serveDeletion();
    assumeTrue(deleted != null, "this network does not tell what was deleted");
    Reading after = readLater(before.cursor());
    assertThat(after.deletions()).hasSize(1);
    assertThat(after.deletions().get(0).documentId()).isEqualTo(idOf(named(before, deleted)));
  }

  @Test
  void tellsEditsUnderTheSameId() throws Exception {
    serveSeveralPages();
    Reading before = readAll(open(), null);
    String edited = serveEdit("the text as it was edited, migrants and all");
    assumeTrue(edited != null, "this network does not tell what was edited");
    Reading after = readLater(before.cursor());
    assertThat(names(after)).containsExactly(edited);
    RawDocument document = after.documents().get(0);
    assertThat(document.text()).isEqualTo("the text as it was edited, migrants and all");
    assertThat(idOf(document)).isEqualTo(idOf(named(before, edited)));
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

  private Reading readLater(@Nullable String cursor) throws Exception {
    clock.advance(untilChangesAreNoticed());
    Reading reading = readAll(open(), cursor);
    assertThat(reading.fault()).isNull();
    return reading;
  }

  private interface Opening {
    Fetcher at(@Nullable String cursor);
  }

  private Reading readInTurn(Opening fetchers, @Nullable String cursor) throws Exception {
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

  private List<String> names(Reading reading) {
    return reading.documents().stream().map(this::nameOf).toList();
  }

  private RawDocument named(Reading reading, String name) {
    Function<RawDocument, String> naming = this::nameOf;
    return reading.documents().stream()
        .filter(document -> naming.apply(document).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " was never read"));
  }

  private static String idOf(RawDocument document) {
    return DocumentIdentity.ofPost(
        document.sourceId(),
        document.kind(),
        Objects.requireNonNull(document.nativeId()),
        CanonicalUrl.of(document.url()));
  }

  private static void assertFault(Reading reading, SourceState state) {
    assertThat(reading.records()).isEmpty();
    FetchStep.Fault fault = reading.fault();
    assertThat(fault).isNotNull();
    assertThat(Objects.requireNonNull(fault).state()).isEqualTo(state);
    assertThat(fault.message()).isNotBlank();
  }

  private static void assertMessages(Reading reading) {
    assertThat(reading.rejections())
        .allSatisfy(rejection -> assertThat(rejection.reason()).matches("[a-z]+(-[a-z]+)*"))
        .allSatisfy(rejection -> assertThat(rejection.message()).isNotBlank())
        .allSatisfy(rejection -> assertThat(rejection.reference()).isNotBlank());
    if (reading.fault() != null) {
      assertThat(reading.fault().message()).isNotBlank();
    }
  }

  /** All of a record as text, the body's bytes as well. */
  private static String rendered(Intake intake) {
    RawDocument document = intake.document();
    return document == null || document.body() == null
        ? intake.toString()
        : intake + new String(document.body(), StandardCharsets.UTF_8);
  }

  private Fetcher open(OutletFeed feed, FetchContext context) {
    Fetcher fetcher = Networks.open(feed, context);
    open.add(fetcher);
    return fetcher;
  }

  private FetchContext context(PoliteClient polite, Map<String, String> environment) {
    return new FetchContext(
        polite, pseudonyms, new Keys(environment), clock, Duration.ZERO, "Marsad-test");
  }

  private PoliteClient client(Duration timeout) {
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

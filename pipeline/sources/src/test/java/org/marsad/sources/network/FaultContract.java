// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.SourceState;
import org.marsad.sources.http.PoliteClient;

/** What goes wrong on the other side is told, and loses nothing. */
abstract class FaultContract extends PagingContract {

  /** Whether the fetcher can do nothing without the keys of the environment. */
  protected boolean needsKeys() {
    return !environment().isEmpty();
  }

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

  @Test
  void comesBackWhenTheNetworkSays() throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    serveFault(throttling());
    Reading reading = readAll(open(), cursor);
    assertFault(reading, SourceState.THROTTLED);
    assertThat(reading.expectedFault().until()).isEqualTo(NOW.plusSeconds(120));
    assertThat(reading.cursor()).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void leavesANetworkAloneThatRefuses(int status) throws Exception {
    serveFault(new NetworkServer.Answer(status, Map.of(), faultBody()));
    Reading reading = readAll(open(), null);
    assertFault(reading, SourceState.REFUSED);
    assertThat(reading.expectedFault().status()).isEqualTo(status);
  }

  @Test
  void asksNothingWithoutItsKey() throws Exception {
    assumeTrue(needsKeys(), "this network needs no key");
    serveSeveralPages();
    Reading reading = readAll(open(feed(), Map.of()), null);
    assertFault(reading, SourceState.OFF);
    assertThat(reading.expectedFault().message()).contains("MARSAD_");
    assertThat(reading.expectedFault().until()).isBetween(NOW, NOW.plus(Duration.ofMinutes(5)));
    assertThat(server.requests()).isEmpty();
    assertThat(readAll(open(), reading.cursor()).documents()).isNotEmpty();
  }

  @Test
  void triesARefusedKeyAgainSoon() throws Exception {
    assumeTrue(needsKeys(), "this network needs no key");
    serveFault(new NetworkServer.Answer(401, Map.of(), faultBody()));
    Reading reading = readAll(open(), null);
    assertThat(reading.expectedFault().until()).isBetween(NOW, NOW.plus(Duration.ofHours(1)));
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
}

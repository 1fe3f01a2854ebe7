// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Round;

/** The reader over a clock that the test sets; Morocco is at UTC+1, in Ramadan at UTC. */
class RoundSourceTest {
  private static final RoundSchedule USUAL =
      new RoundSchedule(Duration.ofMinutes(30), Duration.ZERO);

  private Instant now = Instant.EPOCH;

  @Test
  void theFirstStartBeginsWithTheLatestClosedBucketsOncePollingHasHadTime() throws Exception {
    RoundReader reader = start(USUAL, "2026-07-10T10:20:00Z", RoundSplit.NEW);

    at("2026-07-10T10:49:59Z");
    assertThat(due(reader)).isEmpty();
    at("2026-07-10T10:50:00Z");
    assertThat(due(reader))
        .containsExactly(
            round(Granularity.DAY, "2026-07-08T23:00:00Z", "2026-07-09T23:00:00Z", false),
            round(Granularity.HOUR, "2026-07-10T09:00:00Z", "2026-07-10T10:00:00Z", false));
    assertThat(due(reader)).isEmpty();
  }

  @Test
  void whileItRunsABucketIsDueLateAfterItsEnd() throws Exception {
    RoundReader reader = running("2026-07-10T12:00:00Z");

    at("2026-07-10T13:29:59Z");
    assertThat(hours(reader)).isEmpty();
    at("2026-07-10T13:30:00Z");
    assertThat(hours(reader)).containsExactly("2026-07-10T12:00:00Z");
  }

  @Test
  void aBucketThatClosesBeforeTheFirstRoundsAreDueIsNotSkipped() throws Exception {
    RoundReader killedEarly = start(USUAL, "2026-07-10T10:59:00Z", RoundSplit.NEW);
    RoundReader again = start(USUAL, "2026-07-10T12:05:00Z", killedEarly.snapshotState(1).get(0));

    at("2026-07-10T12:35:00Z");
    assertThat(hours(again))
        .containsExactly("2026-07-10T09:00:00Z", "2026-07-10T10:00:00Z", "2026-07-10T11:00:00Z");
  }

  @Test
  void afterARestartPollingCatchesUpFirstAndOldRoundsSaySo() throws Exception {
    RoundReader before = running("2026-07-10T12:00:00Z");
    RoundReader reader = start(USUAL, "2026-07-10T15:10:00Z", restored(before));

    at("2026-07-10T15:39:59Z");
    assertThat(due(reader)).isEmpty();
    at("2026-07-10T15:40:00Z");
    assertThat(due(reader))
        .containsExactly(
            round(Granularity.HOUR, "2026-07-10T12:00:00Z", "2026-07-10T13:00:00Z", true),
            round(Granularity.HOUR, "2026-07-10T13:00:00Z", "2026-07-10T14:00:00Z", false),
            round(Granularity.HOUR, "2026-07-10T14:00:00Z", "2026-07-10T15:00:00Z", false));
  }

  @Test
  void aLongAbsenceIsCaughtUpWithInPart() throws Exception {
    RoundReader before = running("2026-01-05T12:00:00Z");
    RoundReader reader = start(USUAL, "2026-07-10T12:00:00Z", restored(before));
    at("2026-07-10T12:30:00Z");

    List<Round> rounds = due(reader);

    assertThat(rounds).filteredOn(r -> r.granularity() == Granularity.DAY).hasSize(56);
    assertThat(rounds).filteredOn(r -> r.granularity() == Granularity.HOUR).hasSize(7 * 24);
    assertThat(rounds.get(55))
        .isEqualTo(round(Granularity.DAY, "2026-07-08T23:00:00Z", "2026-07-09T23:00:00Z", false));
    assertThat(rounds.get(54).catchUp()).isTrue();
  }

  @Test
  void aClockThatGoesBackRepeatsNothing() throws Exception {
    RoundReader reader = running("2026-07-10T12:00:00Z");

    at("2026-07-10T09:45:00Z");
    assertThat(due(reader)).isEmpty();
    at("2026-07-10T13:30:00Z");
    assertThat(hours(reader)).containsExactly("2026-07-10T12:00:00Z");
  }

  @Test
  void daysFollowMoroccosClockIntoRamadanAndOut() throws Exception {
    // Clocks went back an hour on 15 February 2026 at 3:00 and forward on 22 March at 2:00.
    assertThat(dayFrom("2026-02-14T23:00:00Z")).isEqualTo(Duration.ofHours(25));
    assertThat(dayFrom("2026-02-16T00:00:00Z")).isEqualTo(Duration.ofHours(24));
    assertThat(dayFrom("2026-03-22T00:00:00Z")).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void aMidnightThatWasMovedAfterwardsIsStillOne() throws Exception {
    // As if the clocks had been expected to change when this state was written.
    RoundReader reader =
        start(USUAL, "2026-07-10T12:00:00Z", split("2026-07-08T00:00:00Z", "2026-07-10T12:00:00Z"));
    at("2026-07-10T12:30:00Z");

    assertThat(due(reader))
        .extracting(Round::start)
        .containsExactly(
            Instant.parse("2026-07-07T23:00:00Z"), Instant.parse("2026-07-08T23:00:00Z"));
  }

  @Test
  void theVeryFirstStartMayGoBack() throws Exception {
    RoundReader reader =
        start(
            new RoundSchedule(Duration.ZERO, Duration.ofDays(5)),
            "2026-07-10T12:00:00Z",
            RoundSplit.NEW);

    List<Round> days =
        due(reader).stream().filter(round -> round.granularity() == Granularity.DAY).toList();

    assertThat(days).hasSize(5);
    assertThat(days.get(0).start()).isEqualTo("2026-07-04T23:00:00Z");
  }

  @Test
  void stateOfAnotherVersionIsRefused() {
    RoundSource source = new RoundSource(USUAL);
    for (SimpleVersionedSerializer<?> serializer :
        List.of(source.getSplitSerializer(), source.getEnumeratorCheckpointSerializer())) {
      assertThatThrownBy(() -> serializer.deserialize(2, new byte[8]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has version 2; this Marsad reads only 1");
    }
  }

  @Test
  void theSplitThatNobodyHasIsKept() throws Exception {
    var serializer = new RoundSource(USUAL).getEnumeratorCheckpointSerializer();
    var waiting =
        new RoundEnumerator.Waiting(List.of(split("2026-07-09T23:00:00Z", "2026-07-10T12:00:00Z")));

    assertThat(serializer.deserialize(1, serializer.serialize(waiting))).isEqualTo(waiting);
  }

  private Duration dayFrom(String start) throws Exception {
    Instant began = Instant.parse(start);
    RoundReader reader = start(USUAL, start, split(start, start));
    at(began.plus(Duration.ofHours(26)).toString());
    List<Round> days =
        due(reader).stream().filter(round -> round.granularity() == Granularity.DAY).toList();
    assertThat(days).hasSize(1);
    return Duration.between(days.get(0).start(), days.get(0).end());
  }

  /** One that has judged all that was closed. */
  private RoundReader running(String time) throws Exception {
    RoundReader reader = start(USUAL, time, RoundSplit.NEW);
    at(Instant.parse(time).plus(USUAL.late()).toString());
    due(reader);
    return reader;
  }

  private RoundReader start(RoundSchedule schedule, String time, RoundSplit split) {
    at(time);
    RoundReader reader = new RoundReader(schedule, () -> now);
    reader.start();
    reader.addSplits(List.of(split));
    return reader;
  }

  private void at(String time) {
    now = Instant.parse(time);
  }

  private static RoundSplit restored(RoundReader reader) throws IOException {
    RoundSplitSerializer serializer = new RoundSplitSerializer();
    return serializer.deserialize(1, serializer.serialize(reader.snapshotState(1).get(0)));
  }

  private static RoundSplit split(String day, String hour) {
    return RoundSplit.NEW
        .with(Granularity.DAY, Instant.parse(day))
        .with(Granularity.HOUR, Instant.parse(hour));
  }

  private static List<Round> due(RoundReader reader) {
    Emitted emitted = new Emitted(new ArrayList<>());
    while (reader.pollNext(emitted) == InputStatus.MORE_AVAILABLE) {}
    return emitted.rounds();
  }

  private static List<String> hours(RoundReader reader) {
    return due(reader).stream()
        .filter(round -> round.granularity() == Granularity.HOUR)
        .map(round -> round.start().toString())
        .toList();
  }

  private static Round round(Granularity granularity, String start, String end, boolean catchUp) {
    return new Round(granularity, Instant.parse(start), Instant.parse(end), catchUp);
  }
}

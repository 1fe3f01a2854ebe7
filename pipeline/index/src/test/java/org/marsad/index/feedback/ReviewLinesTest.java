// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Codebook;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.train.FeedbackLine;
import org.marsad.index.Documents;

class ReviewLinesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Label> given = new ArrayList<>();

  @Test
  void everybodyHasALine() {
    say("ann", Layer.RELEVANT, "true");
    say("ann", Layer.STANCE, "NEUTRAL");
    say("ben", Layer.STANCE, "NEUTRAL");

    assertThat(lines()).extracting(FeedbackLine::reviewer).containsExactly("ann", "ben");
    assertThat(lines())
        .allMatch(line -> line.relevant() && line.stance() == Stance.NEUTRAL && !line.decides())
        .allMatch(line -> Codebook.VERSION.equals(line.codebook()));
  }

  @Test
  void whatTheyDisagreeOnIsLeftOutUntilItIsDecided() {
    for (String person : List.of("ann", "ben")) {
      say(person, Layer.RELEVANT, "true");
      say(person, Layer.STANCE, "HOSTILE");
    }
    say("ann", Layer.INTENSITY, "2");
    say("ben", Layer.INTENSITY, "5");

    assertThat(lines())
        .hasSize(2)
        .allMatch(line -> line.stance() == Stance.HOSTILE && line.intensity() == null);

    decide("cas", Layer.INTENSITY, "4");

    assertThat(lines()).hasSize(1);
    FeedbackLine decided = lines().get(0);
    assertThat(decided.decides()).isTrue();
    assertThat(decided.reviewer()).isEqualTo("cas");
    assertThat(decided.stance()).isEqualTo(Stance.HOSTILE);
    assertThat(decided.intensity()).isEqualTo(4);
  }

  @Test
  void aDecisionSaysNothingOfWhatItLeavesOpen() {
    say("ann", Layer.RELEVANT, "true");
    say("ann", Layer.STANCE, "HOSTILE");
    say("ben", Layer.RELEVANT, "false");
    decide("cas", Layer.RELEVANT, "true");
    say("dan", Layer.STANCE, "NEUTRAL");

    assertThat(lines()).hasSize(1).allMatch(line -> line.relevant() && line.stance() == null);
  }

  @Test
  void whetherTheTextIsRelevantIsNotLeftToAMajority() {
    say("ann", Layer.RELEVANT, "true");
    say("ben", Layer.RELEVANT, "true");
    say("cas", Layer.RELEVANT, "false");

    assertThat(lines()).isEmpty();
  }

  @Test
  void whoNamesAStanceCallsTheTextRelevant() {
    say("ann", Layer.RELEVANT, "false");
    say("ben", Layer.STANCE, "HOSTILE");

    assertThat(lines()).isEmpty();
  }

  @Test
  void aLevelAloneIsALine() {
    say("ann", Layer.INTENSITY, "3");

    assertThat(lines())
        .hasSize(1)
        .allMatch(line -> line.relevant() && Double.valueOf(3).equals(line.intensity()));
  }

  @Test
  void whatWasSaidByAnotherCodebookIsNoAnswerToThisOne() {
    say("ann", Layer.RELEVANT, "true");
    Label other = given.remove(0);
    given.add(
        new Label(
            other.id(),
            other.unit(),
            other.documentId(),
            other.contentHash(),
            other.version(),
            other.language(),
            other.annotator(),
            other.layer(),
            other.values(),
            other.said(),
            other.model(),
            "0",
            other.queue(),
            other.at()));

    assertThat(lines()).isEmpty();
  }

  private void say(String person, Layer layer, String value) {
    add(person, layer, ReviewQueue.RANDOM, value);
  }

  private void decide(String person, Layer layer, String value) {
    add(person, layer, ReviewQueue.ADJUDICATION, value);
  }

  private void add(String person, Layer layer, ReviewQueue queue, String value) {
    given.add(
        new Label(
            "label-" + given.size(),
            "a@hash",
            "a",
            "hash",
            1,
            "fr",
            person,
            layer,
            List.of(value),
            null,
            "test-1",
            Codebook.VERSION,
            queue,
            NOON.plusSeconds(given.size())));
  }

  private List<FeedbackLine> lines() {
    return ReviewLines.of(Review.of(given).get(0), Documents.article("a", "words"));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Codebook;

class ReviewTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Label> given = new ArrayList<>();

  @Test
  void theLatestAnswerOfAPersonCounts() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ann", Layer.STANCE, "NEUTRAL");

    assertThat(review().truth(Layer.STANCE)).containsExactly("NEUTRAL");
    assertThat(review().isDisputed()).isFalse();
    assertThat(review().annotators()).containsExactly("ann");
  }

  @Test
  void whoeverTakesAnAnswerBackHasNone() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ann", Layer.STANCE);

    assertThat(review().truth(Layer.STANCE)).isNull();
    assertThat(review().answers(Layer.STANCE)).isEmpty();
  }

  @Test
  void twoWhoDifferAreADisputeUntilAThirdHasDecided() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ben", Layer.STANCE, "NEUTRAL");
    assertThat(review().isDisputed()).isTrue();
    assertThat(review().truth(Layer.STANCE)).isNull();

    add("ann", Layer.STANCE, ReviewQueue.ADJUDICATION, List.of("NEUTRAL"));

    assertThat(review().isDisputed()).isFalse();
    assertThat(review().truth(Layer.STANCE)).containsExactly("NEUTRAL");
    assertThat(review().answers(Layer.STANCE)).hasSize(2);
    assertThat(review().annotators()).containsExactly("ann", "ben");
  }

  @Test
  void neighbouringIntensitiesAreNoDispute() {
    say("ann", Layer.INTENSITY, "3");
    say("ben", Layer.INTENSITY, "4");
    assertThat(review().isDisputed()).isFalse();

    say("ben", Layer.INTENSITY, "5");
    assertThat(review().isDisputed()).isTrue();
  }

  @Test
  void framesAreNotArguedAbout() {
    add("ann", Layer.FRAMES, ReviewQueue.RANDOM, List.of("CRIME"));
    add("ben", Layer.FRAMES, ReviewQueue.RANDOM, List.of());

    assertThat(review().isDisputed()).isFalse();
    assertThat(review().truth(Layer.FRAMES)).isNull();
  }

  @Test
  void whoeverNamesAStanceOrALevelCallsTheTextRelevant() {
    say("ben", Layer.STANCE, "HOSTILE");
    assertThat(review().said(Layer.RELEVANT))
        .as("of what the model, too, has one")
        .contains("true");
    say("ann", Layer.RELEVANT, "false");

    assertThat(review().answers(Layer.RELEVANT)).containsExactly(List.of("true"), List.of("false"));
    assertThat(review().isDisputed()).isTrue();

    add("cas", Layer.INTENSITY, ReviewQueue.ADJUDICATION, List.of("3"));

    assertThat(review().isDisputed()).isFalse();
    assertThat(review().truth(Layer.RELEVANT)).containsExactly("true");
  }

  @Test
  void whoCannotTellWhetherItIsRelevantDoesNotCallItSo() {
    say("ann", Layer.RELEVANT);
    say("ann", Layer.STANCE, "HOSTILE");

    assertThat(review().answers(Layer.RELEVANT)).isEmpty();
    assertThat(review().answers(Layer.STANCE)).hasSize(1);
  }

  @Test
  void ofRelevanceAndStanceTheLatestHolds() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ann", Layer.INTENSITY, "3");
    say("ann", Layer.RELEVANT, "false");

    assertThat(review().answers(Layer.STANCE)).isEmpty();
    assertThat(review().answers(Layer.INTENSITY)).isEmpty();
    assertThat(review().truth(Layer.RELEVANT)).containsExactly("false");

    say("ann", Layer.STANCE, "NEUTRAL");

    assertThat(review().truth(Layer.RELEVANT)).containsExactly("true");
    assertThat(review().truth(Layer.STANCE)).containsExactly("NEUTRAL");
    assertThat(review().labels()).as("what was said stays").hasSize(3);
  }

  @Test
  void whatIsDecidedToBeIrrelevantHasNoStance() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ben", Layer.RELEVANT, "false");
    add("cas", Layer.RELEVANT, ReviewQueue.ADJUDICATION, List.of("false"));

    assertThat(review().truth(Layer.RELEVANT)).containsExactly("false");
    assertThat(review().truth(Layer.STANCE)).isNull();
  }

  @Test
  void howItWasFoundIsNotForgottenWhenItIsAnsweredAgain() {
    say("ann", Layer.STANCE, "HOSTILE");
    add("ann", Layer.STANCE, ReviewQueue.OWN, List.of("NEUTRAL"));

    assertThat(review().queues()).isEqualTo(Set.of(ReviewQueue.RANDOM, ReviewQueue.OWN));
    assertThat(review().truth(Layer.STANCE)).containsExactly("NEUTRAL");
  }

  @Test
  void theOrderOfReadingDecidesNothing() {
    say("ann", Layer.STANCE, "HOSTILE");
    say("ann", Layer.STANCE, "NEUTRAL");
    say("ben", Layer.STANCE, "NEUTRAL");
    List<Label> turned = new ArrayList<>(given);
    for (int i = 0; i < turned.size(); i++) {
      Collections.rotate(turned, 1);
      assertThat(Review.of(turned).get(0).truth(Layer.STANCE)).containsExactly("NEUTRAL");
    }
  }

  private void say(String annotator, Layer layer, String... value) {
    add(annotator, layer, ReviewQueue.RANDOM, value.length == 0 ? null : List.of(value));
  }

  private void add(
      String annotator, Layer layer, ReviewQueue queue, @Nullable List<String> values) {
    int number = given.size();
    given.add(
        new Label(
            "label-" + number,
            "a@hash",
            "a",
            "hash",
            1,
            "fr",
            annotator,
            layer,
            values,
            List.of("HOSTILE"),
            "test-1",
            Codebook.VERSION,
            queue,
            NOON.plusSeconds(number)));
  }

  private Review review() {
    List<Review> reviews = Review.of(given);
    assertThat(reviews).hasSize(1);
    return reviews.get(0);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.Reader;

/** How sure a text's reviewers make what is learned from it. */
class ReviewedTextTest {
  private static final Path DATA =
      Path.of(System.getProperty("marsad.home", "."), "..", "shared", "data");
  private static final int TEXTS_OF_A_SET = 60;

  @ParameterizedTest
  @CsvSource({
    "NEUTRAL, false",
    "NEUTRAL NEUTRAL, true",
    "NEUTRAL NEUTRAL HOSTILE, false",
    "NEUTRAL NEUTRAL NEUTRAL HOSTILE, true",
  })
  void twoVoicesMoreThanAgainstItMakeItSure(String stances, boolean isAssured) {
    assertThat(reviewed(votes(stances)).isAssured()).isEqualTo(isAssured);
  }

  @ParameterizedTest
  @CsvSource({"NEUTRAL HOSTILE", "NEUTRAL NEUTRAL HOSTILE SUPPORTIVE"})
  void whatNoMoreThanHalfSayIsNotLearned(String stances) {
    assertThat(Feedback.of(lines(votes(stances))).texts()).isEmpty();
  }

  @Test
  void whoDecidesOutweighsAllOthers() {
    List<String> votes = votes("HOSTILE HOSTILE HOSTILE");
    votes.add(vote("NEUTRAL", "judge", "'decides':true,'at':'2026-05-02T10:00:00Z'"));
    votes.add(vote("SUPPORTIVE", "judge", "'decides':true,'at':'2026-05-01T10:00:00Z'"));

    ReviewedText decided = reviewed(votes);
    assertThat(decided.text().stance()).isEqualTo(Stance.NEUTRAL);
    assertThat(decided.isAssured()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "3 4, true, 3",
    "2 5, false, 0",
    "2 3 5, true, 3",
    "2 4 5, true, 4",
    "2 2 5 5, false, 0",
  })
  void anIntensityIsKnownWhereMostAreNearIt(String levels, boolean rated, double level) {
    List<String> votes = new ArrayList<>();
    for (String one : levels.split(" ")) {
      votes.add(vote("HOSTILE", "r" + votes.size(), "'intensity':" + one));
    }

    assertThat(reviewed(votes).rated()).isEqualTo(rated);
    assertThat(reviewed(votes).text().intensity()).isEqualTo(level);
  }

  @Test
  void whatTwoAgreeOnTeachesMoreThanWhatOneSays() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("hostility")), "the training data are not here");
    Corpus sample = Corpus.read(DATA).first(TEXTS_OF_A_SET);
    Reader reader =
        new Reader(LexiconReader.shipped(), new LanguageIdentifier(ModelSet.shipped().language()));

    double byOne = hostileScore(sample, reader, "SUPPORTIVE");
    double byTwo = hostileScore(sample, reader, "SUPPORTIVE SUPPORTIVE");

    assertThat(byTwo).isLessThan(byOne);
  }

  /** How hostile a text seems to models that were taught by what these say of it. */
  private static double hostileScore(Corpus sample, Reader reader, String stances) {
    Feedback feedback = Feedback.of(lines(votes(stances)));
    LinearModel model = MigrationTraining.train(sample, feedback, reader).model();
    return model
        .scores(reader.read("Dehors les migrants").words())[model.head(Stance.HOSTILE.name())];
  }

  private static ReviewedText reviewed(List<String> votes) {
    List<ReviewedText> texts = Feedback.of(lines(votes)).texts();
    assertThat(texts).hasSize(1);
    return texts.get(0);
  }

  private static List<String> votes(String stances) {
    List<String> votes = new ArrayList<>();
    for (String stance : stances.split(" ")) {
      votes.add(vote(stance, "r" + votes.size(), "'intensity':null"));
    }
    return votes;
  }

  private static String vote(String stance, String reviewer, String more) {
    return "{'text':'Dehors les migrants','relevant':true,'stance':'%s','reviewer':'%s',%s}"
        .formatted(stance, reviewer, more);
  }

  private static List<FeedbackLine> lines(List<String> votes) {
    List<FeedbackLine> lines = new ArrayList<>();
    for (String vote : votes) {
      FeedbackLine line =
          FeedbackForm.read(
              vote.replace('\'', '"'),
              fault -> {
                throw new AssertionError(fault);
              });
      assertThat(line).isNotNull();
      lines.add(line);
    }
    return lines;
  }
}

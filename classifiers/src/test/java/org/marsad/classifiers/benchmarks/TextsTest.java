// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.judge.Classifiers;

class TextsTest {
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @Test
  void theSameSeedGivesTheSameTexts() {
    assertThat(new Texts(3).comments(50, 20)).isEqualTo(new Texts(3).comments(50, 20));
  }

  @Test
  void textsHaveTheLengthAndTheShareOfRelevantOnesThatTheBenchmarksName() {
    List<Submission> comments = new Texts(3).comments(400, ClassifierBenchmark.TWENTIETH_RELEVANT);
    assertThat(comments).allMatch(comment -> words(comment) == Texts.COMMENT_WORDS);
    assertThat(relevant(comments)).isBetween(16L, 24L);
    List<Submission> articles = new Texts(3).articles(40);
    assertThat(articles).allMatch(article -> words(article) == Texts.ARTICLE_WORDS);
    assertThat(relevant(articles)).isGreaterThan(36);
  }

  @Test
  void theBaselineTellsTextsApart() {
    TfIdfBaseline baseline = new TfIdfBaseline(List.of("il fait beau", "il pleut"));
    assertThat(baseline.score("il fait beau")).isEqualTo(baseline.score("IL  fait beau"));
    assertThat(baseline.score("il fait beau")).isNotEqualTo(baseline.score("il pleut"));
    assertThat(baseline.score("xyz")).isZero();
  }

  private static int words(Submission submission) {
    return submission.text().split(" ").length;
  }

  private static long relevant(List<Submission> submissions) {
    return submissions.stream().filter(text -> ASSESSOR.assess(text).relevant()).count();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Voice;
import org.marsad.dashboards.samples.SampleAssessments;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.masking.Masking;

class MaskingTest {
  private static final List<Frame> SLUR = List.of(Frame.SLUR);

  @Test
  void keepsTheFirstLetterAndTheLength() {
    Masking masking =
        Masking.of(document(null, "a zarfling here", new Evidence(2, 10, "SLUR", 1, Voice.AUTHOR)));

    assertThat(masking.text()).isEqualTo("a z••••••• here");
  }

  @Test
  void hidesSpellingTricksWithinTheSpan() {
    String text = "a z.a r-f here";
    Masking masking = Masking.of(document(null, text, new Evidence(2, 9, "SLUR", 1, Voice.AUTHOR)));

    assertThat(masking.text()).isEqualTo("a z•• ••• here");
  }

  @Test
  void hidesTheSameWordInTheTitleAndInAnyOtherPlace() {
    Masking masking =
        Masking.of(
            document(
                "Zarfling!", "zarfling, ZARFLING", new Evidence(0, 8, "SLUR", 1, Voice.AUTHOR)));

    assertThat(masking.title()).isEqualTo("Z•••••••!");
    assertThat(masking.text()).isEqualTo("z•••••••, Z•••••••");
    assertThat(masking.apply("the zarfling")).isEqualTo("the z•••••••");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "عزي",
        "العزي",
        "ولعزي",
        "عـــزي",
        "عزززي",
        "ع.ز.ي",
        "عزّي",
        "هالعزاوة",
        "3azzi",
        "l3azzi",
        "3azzzzi",
        "el3azzi",
        "azzi",
        "kahlouchat",
        "Nègres",
        "négrata",
        "negro de mierda",
        "PUTO   NEGRO",
        "niggggers",
        "n i g g e r s",
        "قردة",
        "macaques",
        "نقتلو",
        "n9tlo",
        "n9tllo",
        "matar a todos",
        "Kill all",
        "tuez-les"
      })
  void hidesWhatNoJudgementHasMarked(String word) {
    Masking masking = Masking.of(document("- " + word + ".", "so, " + word + "!"));

    assertThat(masking.text()).matches("so, \\S[•\\s]+!").hasSize(word.length() + 5);
    assertThat(masking.title()).matches("- \\S[•\\s]+\\.");
    assertThat(masking.apply("and " + word)).doesNotContain(word);
    assertThat(Masking.anywhere("of " + word)).doesNotContain(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le Niger et le Nigeria coopèrent",
        "الرئيس يلتقي نظيره في النيجر",
        "نعزي أسرة الفقيد",
        "matar el tiempo",
        "La ligne doit ouvrir au printemps"
      })
  void leavesOtherWordsAlone(String text) {
    Masking masking = Masking.of(document(text, text));

    assertThat(masking.text()).isEqualTo(text);
    assertThat(masking.title()).isEqualTo(text);
  }

  @Test
  void leavesAnimalsInArticlesThatAreNotAboutPeople() {
    String text = "Des macaques de Barbarie vivent près d'Azrou; puntos negros";
    Document article =
        SampleDocuments.document(
            "id",
            "outlet-a",
            DocumentKind.ARTICLE,
            text,
            text,
            Instant.EPOCH,
            SampleAssessments.assessment("fr", null, 0, List.of(), List.of()));

    assertThat(Masking.of(article).text()).isEqualTo(text);
    assertThat(Masking.of(article).title()).isEqualTo(text);
  }

  @Test
  void hidesEverySlurThatTheClassifiersKnow() throws IOException {
    for (String term : classifiersSlurs()) {
      assertThat(Masking.anywhere(term)).as(term).isNotEqualTo(term);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLUR", "VIOLENCE", "ANIMAL", "VERMIN"})
  void hidesWordsThatTheJudgementMarks(String frame) {
    Masking masking =
        Masking.of(document("Zarfling", "a zarfling", new Evidence(2, 10, frame, 1, Voice.AUTHOR)));

    assertThat(masking.text()).isEqualTo("a z•••••••");
    assertThat(masking.title()).isEqualTo("Z•••••••");
  }

  @Test
  void neverHidesAWholeTitleForTheSakeOfAFrame() {
    Masking masking = Masking.of(document("Une longue nouvelle de la ville", "calm text"));

    assertThat(masking.title()).isEqualTo("Une longue nouvelle de la ville");
    assertThat(masking.text()).isEqualTo("calm text");
  }

  @Test
  void leavesOtherEvidenceAndSpansOutsideTheTextAlone() {
    Masking masking =
        Masking.of(
            document(
                null,
                "they must go",
                new Evidence(0, 12, "HOSTILE", 1, Voice.AUTHOR),
                new Evidence(5, 99, "SLUR", 1, Voice.AUTHOR)));

    assertThat(masking.text()).isEqualTo("they must go");
  }

  @Test
  void masksFragmentsOfSearchesAndKeepsTheirMarks() {
    Document document =
        document(null, "one zarfling of migrants", new Evidence(4, 12, "SLUR", 0.9, Voice.AUTHOR));

    Passage passage =
        Passages.masked(document)
            .excerpts(List.of("\uE000zarfling\uE001 of \uE000migrants\uE001"))
            .get(0);

    assertThat(passage.text()).isEqualTo("z••••••• of migrants");
    assertThat(passage.marks())
        .containsExactly(
            Passage.Mark.ofQuery(0, 8),
            Passage.Mark.ofQuery(12, 20),
            new Passage.Mark(0, 8, Passage.Kind.EVIDENCE, "SLUR", 0.9, Voice.AUTHOR));
  }

  /** The terms of the lexicon's line, with its endings: a{,s} is a and as, a{s} only as. */
  private static List<String> classifiersSlurs() throws IOException {
    String path = "/org/marsad/classifiers/lexicon/frames.tsv";
    try (InputStream in = MaskingTest.class.getResourceAsStream(path)) {
      String lexicon =
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
      String line =
          lexicon.lines().filter(one -> one.startsWith("FRAME\tSLUR\t")).findAny().orElseThrow();
      return Stream.of(line.split("\t", -1)[2].split(",\\s+(?![^{]*})", -1))
          .map(term -> term.replace("{,s}", "").replace("{s}", "s").replace("*", "").strip())
          .toList();
    }
  }

  private static Document document(@Nullable String title, String text, Evidence... evidence) {
    return SampleDocuments.document(
        "id",
        "outlet-a",
        DocumentKind.COMMENT,
        title,
        text,
        Instant.EPOCH,
        SampleAssessments.assessment("fr", Stance.HOSTILE, 3, List.of(evidence), SLUR));
  }
}

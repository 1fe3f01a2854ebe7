// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;

class FeedbackTest {
  @TempDir Path folder;

  @Test
  void everyFieldIsRead() throws IOException {
    Feedback feedback =
        read(
            "{'text':'They work','title':'News','kind':'article','language':'en','relevant':1,"
                + "'stance':'NEUTRAL','intensity':1,'targets':['REFUGEE'],'frames':['ECONOMY'],"
                + "'offensive':false,'reviewer':'a','at':'2026-05-01T10:00:00+01:00'}");

    ReviewedText read = feedback.texts().get(0);
    assertThat(read.rated()).isTrue();
    assertThat(read.text())
        .isEqualTo(
            new LabelledText(
                "feedback",
                "They work",
                "News",
                TextKind.ARTICLE,
                "en",
                false,
                true,
                Stance.NEUTRAL,
                1,
                List.of("REFUGEE"),
                List.of("ECONOMY"),
                null,
                null));
  }

  @Test
  void textAndRelevanceAreEnough() throws IOException {
    ReviewedText read = read("{'text':'They work','relevant':true,'stance':null}").texts().get(0);

    assertThat(read.text().relevant()).isTrue();
    assertThat(read.text().stance()).isNull();
    assertThat(read.text().kind()).isEqualTo(TextKind.COMMENT);
    assertThat(read.rated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rubbish | no JSON",
        "{'text':'a','relevant':true} {} | no JSON",
        "{'text':'a','text':'b','relevant':true} | Duplicate",
        "[] | no JSON object",
        "{'relevant':true} | no text",
        "{'text':'?!','relevant':true} | neither letters nor digits",
        "{'text':7,'relevant':true} | \"text\" is 7; write a string",
        "{'text':'a'} | no \"relevant\"; say true or false",
        "{'text':'a','relevant':2} | \"relevant\" is 2; write true or false",
        "{'text':'a','relevant':true,'stanse':'HOSTILE'} | unknown field \"stanse\"",
        "{'text':'a','relevant':true,'stance':'KIND'} | write one of HOSTILE, CRITICAL_POLICY",
        "{'text':'a','relevant':false,'stance':'NEUTRAL'} | neither stance nor intensity",
        "{'text':'a','relevant':true,'stance':'HOSTILE','intensity':1} | it is 2 to 5",
        "{'text':'a','relevant':true,'intensity':6} | a number from 0 to 5",
        "{'text':'a','relevant':true,'kind':'song'} | write one of ARTICLE, COMMENT",
        "{'text':'a','relevant':true,'language':'xx'} | write one of ary-Arab",
        "{'text':'a','relevant':true,'targets':'ARAB'} | write a list of strings",
        "{'text':'a','relevant':true,'frames':['FUN']} | \"frames\" has \"FUN\"",
        "{'text':'a','relevant':true,'at':'May'} | a time with its offset",
        "{'text':'a','relevant':true,'decides':'yes'} | write true or false",
        "{'text':'a','relevant':true,'codebook':'0'} | version 0 of the codebook, and models go",
      })
  void whatIsWrongIsToldWithItsRemedy(String line, String told) {
    assertThatThrownBy(() -> read("", line))
        .isInstanceOf(FeedbackException.class)
        .hasMessageStartingWith(folder.resolve("feedback.jsonl") + ":2: ")
        .hasMessageContaining(told);
  }

  @Test
  void theFaultsOfAllFilesAreToldAtOnce() throws IOException {
    Path one = file("one.jsonl", "{'text':'a'}", "{'text':'a','relevant':7,'kind':'song'}");
    Path other = file("other.jsonl", "rubbish");
    Path absent = folder.resolve("absent.jsonl");

    assertThatThrownBy(() -> Feedback.read(List.of(one, other, absent)))
        .hasMessageContainingAll(
            one + ":1: ", one + ":2: \"relevant\"", one + ":2: \"kind\"", other + ":1: ")
        .hasMessageContaining(absent + " cannot be read");
  }

  @Test
  void theLatestOfAReviewerCounts() throws IOException {
    assertStance(
        Stance.NEUTRAL,
        vote("HOSTILE", "a", "2026-05-01T10:00:00Z"),
        vote("NEUTRAL", "a", "2026-05-01T11:30:00+01:00"),
        "{'text':'Les migrants','relevant':false,'reviewer':'a'}");
  }

  @Test
  void whoHasNoNameCountsAsOne() throws IOException {
    assertStance(
        Stance.NEUTRAL,
        "{'text':'Les migrants','relevant':true,'stance':'HOSTILE','at':'2026-05-01T10:00:00Z'}",
        "{'text':'Les migrants','relevant':true,'stance':'HOSTILE','at':'2026-05-02T10:00:00Z'}",
        "{'text':'Les migrants','relevant':true,'stance':'NEUTRAL','at':'2026-05-03T10:00:00Z'}");
  }

  @Test
  void theMajorityWinsRelevanceFirst() throws IOException {
    assertStance(
        Stance.SUPPORTIVE,
        vote("SUPPORTIVE", "a", "2026-05-01T10:00:00Z"),
        vote("SUPPORTIVE", "b", "2026-05-01T10:00:00Z"),
        vote("NEUTRAL", "c", "2026-05-01T10:00:00Z"),
        "{'text':'Les migrants','relevant':false,'reviewer':'d'}",
        "{'text':'Les migrants','relevant':false,'reviewer':'e'}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // relevance
        "{'text':'x','relevant':true,'reviewer':'a'};{'text':'x','relevant':false,'reviewer':'b'}",
        // stance
        "{'text':'x','relevant':true,'stance':'NEUTRAL','reviewer':'a'};"
            + "{'text':'X!','relevant':true,'stance':'HOSTILE','reviewer':'b'}",
        // a reviewer who says both at one time
        "{'text':'x','relevant':true,'reviewer':'a'};{'text':'x','relevant':false,'reviewer':'a'}",
      })
  void aTieTeachesNothingAndIsCounted(String lines) throws IOException {
    Feedback feedback = read(lines.split(";"));

    assertThat(feedback.texts()).isEmpty();
    assertThat(feedback.disputed()).isEqualTo(1);
  }

  @Test
  void theIntensityIsTheMiddleOfThoseWhoWon() throws IOException {
    Feedback feedback =
        read(
            "{'text':'x','relevant':true,'stance':'HOSTILE','intensity':5,'reviewer':'a'}",
            "{'text':'x','relevant':true,'stance':'HOSTILE','intensity':3,'reviewer':'b'}",
            "{'text':'x','relevant':true,'stance':'HOSTILE','intensity':2,'reviewer':'c'}",
            "{'text':'x','relevant':true,'stance':'NEUTRAL','intensity':0,'reviewer':'d'}",
            "{'text':'x','relevant':true,'stance':'HOSTILE','reviewer':'e'}");

    assertThat(feedback.texts().get(0).text().intensity()).isEqualTo(3);
  }

  @Test
  void aTextThatWasEditedAtItsEndIsTwoWordings() throws IOException {
    String beginning = "Ils travaillent sur les chantiers de la ville. ".repeat(3);
    String line = "{'text':'" + beginning + "%s','relevant':true,'stance':'%s','reviewer':'%s'}";
    Feedback feedback =
        read(
            line.formatted("Dehors!", "HOSTILE", "a"),
            line.formatted("Bienvenue!", "SUPPORTIVE", "b"),
            line.formatted("BIENVENUE", "SUPPORTIVE", "c"));

    assertThat(feedback.disputed()).isZero();
    assertThat(feedback.texts())
        .extracting(text -> text.text().stance())
        .containsExactlyInAnyOrder(Stance.HOSTILE, Stance.SUPPORTIVE);
    assertThat(feedback.without(Set.of(Corpus.key(beginning))).size())
        .as("what begins as a text that must stay unseen stays unseen")
        .isZero();
  }

  @Test
  void textsThatMustStayUnseenCanBeLeftOut() throws IOException {
    Feedback feedback =
        read("{'text':'unseen','relevant':true}", "{'text':'seen','relevant':true}")
            .without(Set.of(Corpus.key("Unseen!")));

    assertThat(feedback.texts()).extracting(text -> text.text().text()).containsExactly("seen");
    assertThat(feedback.covers(feedback.texts().get(0).text())).isTrue();
  }

  private static String vote(String stance, String reviewer, String at) {
    return "{'text':'Les migrants','relevant':true,'stance':'%s','reviewer':'%s','at':'%s'}"
        .formatted(stance, reviewer, at);
  }

  /** Whatever the order of the lines. */
  private void assertStance(Stance stance, String... lines) throws IOException {
    List<String> turned = new ArrayList<>(List.of(lines));
    for (int i = 0; i < lines.length; i++) {
      Collections.rotate(turned, 1);
      Feedback feedback = read(turned.toArray(String[]::new));
      assertThat(feedback.texts()).hasSize(1);
      assertThat(feedback.texts().get(0).text().stance()).isEqualTo(stance);
    }
  }

  private Feedback read(String... lines) throws IOException {
    return Feedback.read(List.of(file("feedback.jsonl", lines)));
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join("\n", lines).replace('\'', '"') + "\n");
  }
}

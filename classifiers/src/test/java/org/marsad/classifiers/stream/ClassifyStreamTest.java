// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.judge.Classifiers;

class ClassifyStreamTest {
  private static final ClassifyStream STREAM = new ClassifyStream(Classifiers.shipped());
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void answersEachLineByOneLineInTheSameOrder() throws IOException {
    StringBuilder in = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      in.append("{\"id\":\"n").append(i).append("\",\"text\":\"il fait beau\"}\n");
    }
    List<JsonNode> answers = new ArrayList<>();
    ClassifyStream.Outcome outcome = run(in.toString(), answers);
    assertThat(outcome).isEqualTo(new ClassifyStream.Outcome(300, 0));
    for (int i = 0; i < 300; i++) {
      assertThat(answers.get(i).path("id").asText()).isEqualTo("n" + i);
    }
  }

  @Test
  void carriesEveryFieldOfTheContract() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    run("{\"id\":7,\"text\":\"Les migrants sont à Casablanca\",\"kind\":\"post\"}\n", answers);
    JsonNode answer = answers.get(0);
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "classified",
            "language",
            "relevant",
            "relevance",
            "stance",
            "hostility",
            "offensive",
            "intensity",
            "targets",
            "frames",
            "themes",
            "places",
            "mentions",
            "evidence",
            "model",
            "flags",
            "reason");
    assertThat(answer.path("id").asInt()).isEqualTo(7);
    assertThat(answer.path("relevant").asBoolean()).isTrue();
    JsonNode mention = answer.path("mentions").path(0);
    assertThat(mention.path("start").asInt()).isEqualTo(4);
    assertThat(mention.path("end").asInt()).isEqualTo(12);
    assertThat(answer.path("places").path(0).asText()).isEqualTo("casablanca");
    assertThat(answer.path("flags").isArray()).isTrue();
    assertThat(answer.path("reason").asText()).contains("target MIGRANT_GENERIC");
  }

  @Test
  void carriesFlagsAndVoices() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    run(
        "{\"text\":\"Les clandestins sont tous des criminels et des violeurs, dehors !\"}\n",
        answers);
    JsonNode answer = answers.get(0);
    assertThat(answer.path("flags").path(0).asText()).isEqualTo("DELEGITIMISING_TERM");
    JsonNode evidence = answer.path("evidence");
    assertThat(evidence).isNotEmpty();
    assertThat(evidence)
        .allSatisfy(span -> assertThat(span.path("voice").asText()).isEqualTo("AUTHOR"));
  }

  @Test
  void aBadLineIsAnsweredByAnErrorAndTheRunGoesOn() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    String bad =
        "rubbish\n\n[1]\n{\"id\":1}\n{\"text\":3}\n{\"text\":\"a\",\"kind\":\"poem\"}\n\u0000\n"
            + "{\"text\":\"good\"}";
    ClassifyStream.Outcome outcome = run(bad, answers);
    assertThat(outcome).isEqualTo(new ClassifyStream.Outcome(8, 7));
    assertThat(outcome.exitStatus()).isEqualTo(1);
    for (JsonNode answer : answers.subList(0, 7)) {
      assertThat(answer.fieldNames()).toIterable().containsExactly("id", "error");
      assertThat(answer.path("id").isNull()).isTrue();
    }
    assertThat(answers.get(7).path("language").isTextual()).isTrue();
  }

  @Test
  void emptyInputGivesNoOutput() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    assertThat(run("", answers).exitStatus()).isZero();
    assertThat(answers).isEmpty();
  }

  private static ClassifyStream.Outcome run(String in, List<JsonNode> answers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ClassifyStream.Outcome outcome =
        STREAM.run(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out);
    String text = out.toString(StandardCharsets.UTF_8);
    for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
      answers.add(JSON.readTree(line));
    }
    return outcome;
  }
}

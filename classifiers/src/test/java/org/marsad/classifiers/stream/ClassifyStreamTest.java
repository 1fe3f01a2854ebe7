// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.AnyText;
import org.marsad.classifiers.judge.Classifiers;

class ClassifyStreamTest {
  private static final ClassifyStream STREAM = new ClassifyStream(Classifiers.shipped());
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final ObjectMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    ClassifyStream.Outcome outcome = run("\uFEFF{\"id\":1,\"text\":\"il fait beau\"}\n", answers);
    assertThat(outcome).isEqualTo(new ClassifyStream.Outcome(1, 0));
    assertThat(answers.get(0).path("id").asInt()).isEqualTo(1);
    answers.clear();
    assertThat(run("\uFEFF", answers)).isEqualTo(new ClassifyStream.Outcome(0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"😂\\udc00\\ud83d\\ude02\\\\ud800\\u0000\"",
        "1.10",
        "1e999",
        "123456789012345678901234567890",
        "null",
        "[{\"of\":true}]"
      })
  void anIdComesBackAsItWasGiven(String id) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    run("{\"id\":" + id + ",\"text\":\"il fait beau\"}\n", answers);
    assertThat(answers.get(0).path("id")).isEqualTo(JSON.readTree(id));
  }

  @Test
  void anyTextIsAnsweredByOneLineWithItsId() throws IOException {
    AnyText any = new AnyText(8);
    List<String> texts = Stream.generate(any::next).limit(1500).toList();
    StringBuilder in = new StringBuilder();
    for (String text : texts) {
      in.append(ESCAPING.writeValueAsString(Map.of("id", text, "text", text))).append('\n');
    }
    List<JsonNode> answers = new ArrayList<>();
    assertThat(run(in.toString(), answers)).isEqualTo(new ClassifyStream.Outcome(1500, 0));
    assertThat(answers).extracting(answer -> answer.path("id").asText()).isEqualTo(texts);
  }

  @Test
  void anyRubbishIsAnsweredByOneErrorALine() throws IOException {
    AnyText any = new AnyText(9);
    String in = Stream.generate(any::next).limit(1500).collect(Collectors.joining("\n", "?", "\n"));
    List<JsonNode> answers = new ArrayList<>();
    long lines = in.lines().count();
    assertThat(run(in, answers)).isEqualTo(new ClassifyStream.Outcome(lines, lines));
    assertThat(answers).hasSize((int) lines).allMatch(answer -> answer.has("error"));
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

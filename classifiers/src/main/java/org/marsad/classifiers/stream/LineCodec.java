// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Mention;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.Theme;

/** One line of the stream to its answer. Thread-safe. */
final class LineCodec {
  private static final int LONGEST_TEXT = 50_000_000;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private final Assessor assessor;

  LineCodec(Assessor assessor) {
    this.assessor = assessor;
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build());
  }

  /** A line of JSON; {@code error} where the input could not be assessed. */
  record Answer(String line, boolean error) {}

  Answer answer(String line) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JsonProcessingException e) {
      return error("not JSON: " + e.getOriginalMessage());
    }
    if (node == null || !node.isObject()) {
      return error("not a JSON object");
    }
    JsonNode text = node.path("text");
    if (!text.isTextual()) {
      return error("no text: the field \"text\" must be a string");
    }
    JsonNode kind = node.path("kind");
    TextKind known = TextKind.COMMENT;
    if (!kind.isMissingNode() && !kind.isNull()) {
      try {
        known = TextKind.valueOf(kind.asText().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        return error("unknown kind: use article, comment, post or tweet");
      }
    }
    String title = node.path("title").isTextual() ? node.path("title").textValue() : null;
    Assessment assessment = assessor.assess(new Submission(text.textValue(), title, known));
    return new Answer(line(node.path("id"), assessment), false);
  }

  private Answer error(String message) {
    ObjectNode node = json.createObjectNode();
    node.putNull("id");
    node.put("error", message);
    return new Answer(written(node), true);
  }

  private String line(JsonNode id, Assessment assessment) {
    ObjectNode node = json.createObjectNode();
    if (id.isMissingNode()) {
      node.putNull("id");
    } else {
      node.set("id", id);
    }
    node.put("classified", assessment.classified());
    node.put("language", assessment.language());
    node.put("relevant", assessment.relevant());
    node.put("relevance", rounded(assessment.relevance()));
    Stance stance = assessment.stance();
    node.put("stance", stance == null ? null : stance.name());
    node.put("hostility", rounded(assessment.hostility()));
    node.put("offensive", rounded(assessment.offensive()));
    node.put("intensity", assessment.intensity());
    names(node.putArray("targets"), assessment.targets());
    names(node.putArray("frames"), assessment.frames());
    ArrayNode themes = node.putArray("themes");
    for (Theme theme : assessment.themes()) {
      themes.add(theme.name().toLowerCase(Locale.ROOT));
    }
    assessment.places().forEach(node.putArray("places")::add);
    ArrayNode mentions = node.putArray("mentions");
    for (Mention mention : assessment.mentions()) {
      mentions
          .addObject()
          .put("start", mention.start())
          .put("end", mention.end())
          .put("target", mention.target().name());
    }
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence span : assessment.evidence()) {
      evidence
          .addObject()
          .put("start", span.start())
          .put("end", span.end())
          .put("label", span.label())
          .put("score", rounded(span.score()))
          .put("voice", span.voice() == null ? null : span.voice().name());
    }
    node.put("model", assessment.model());
    names(node.putArray("flags"), assessment.flags());
    node.put("reason", assessment.reason());
    return written(node);
  }

  /**
   * The node on one line. UTF-8 has no bytes for a surrogate without its other half, which an id
   * may hold, so that is written as JSON's escape; surrogates stand nowhere but in strings.
   */
  private static String written(ObjectNode node) {
    String line = node.toString();
    StringBuilder whole = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!Character.isSurrogate(c)) {
        whole.append(c);
      } else if (i + 1 < line.length() && Character.isSurrogatePair(c, line.charAt(i + 1))) {
        whole.append(c).append(line.charAt(++i));
      } else {
        whole.append("\\u").append(Integer.toHexString(c));
      }
    }
    return whole.toString();
  }

  private static void names(ArrayNode array, List<? extends Enum<?>> values) {
    values.forEach(value -> array.add(value.name()));
  }

  private static double rounded(double probability) {
    return Math.round(probability * 10_000) / 10_000.0;
  }
}

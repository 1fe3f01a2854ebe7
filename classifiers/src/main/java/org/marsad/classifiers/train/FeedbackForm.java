// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.language.Language;

/**
 * The form of a line of feedback: one JSON object with {@link #FIELDS} and no others, since a label
 * whose name is misspelt would else count as one that nobody gave. A null is a field left out.
 *
 * <pre>
 * text       what was judged
 * title      its title
 * kind       article, comment (where left out), post or tweet
 * language   a code of {@link Language}
 * relevant   true or false, 1 or 0
 * stance     a {@link Stance}, of a relevant text
 * intensity  0 to 5, of a relevant text; from 2 where the stance is HOSTILE
 * targets    list of {@link Target}
 * frames     list of {@link Frame}
 * offensive  true or false, 1 or 0
 * reviewer   whatever tells reviewers apart
 * at         when, as 2026-01-31T12:00:00Z
 * </pre>
 *
 * <p>{@code text} and {@code relevant} are needed.
 */
public final class FeedbackForm {
  static final List<String> FIELDS =
      List.of(
          "text",
          "title",
          "kind",
          "language",
          "relevant",
          "stance",
          "intensity",
          "targets",
          "frames",
          "offensive",
          "reviewer",
          "at");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The codebook calls nothing hostile that is weaker. */
  private static final int LEAST_HOSTILE = 2;

  private static final int MOST = 5;

  private final JsonNode line;
  private final Consumer<String> faults;

  private FeedbackForm(JsonNode line, Consumer<String> faults) {
    this.line = line;
    this.faults = faults;
  }

  /**
   * Reads a line.
   *
   * @param faults told everything that is wrong with it, each with its remedy
   * @return null where something is wrong
   */
  static @Nullable FeedbackLine read(String line, Consumer<String> faults) {
    List<String> found = new ArrayList<>();
    FeedbackLine read = null;
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        read = new FeedbackForm(node, found::add).line();
      } else {
        found.add("no JSON object; write one a line, as {\"text\": …, \"relevant\": true}");
      }
    } catch (JsonProcessingException e) {
      found.add("no JSON (" + e.getOriginalMessage() + "); write one whole object a line");
    }
    found.forEach(faults);
    return found.isEmpty() ? read : null;
  }

  /** The line that says the same, for {@link #read} to find no fault with. */
  public static String write(FeedbackLine line) {
    ObjectNode node = JSON.createObjectNode();
    node.put("text", line.text());
    put(node, "title", line.title());
    node.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
    put(node, "language", line.language());
    node.put("relevant", line.relevant());
    put(node, "stance", line.stance() == null ? null : line.stance().name());
    if (line.intensity() != null) {
      node.put("intensity", line.intensity());
    }
    line.targets().forEach(node.withArray("targets")::add);
    line.frames().forEach(node.withArray("frames")::add);
    if (line.offensive() != null) {
      node.put("offensive", line.offensive());
    }
    put(node, "reviewer", line.reviewer());
    put(node, "at", line.at() == null ? null : line.at().toString());
    return node.toString();
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private @Nullable FeedbackLine line() {
    for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        faults.accept(
            "unknown field \"" + name + "\"; mend its name or leave it out: " + list(FIELDS));
      }
    }
    String text = string("text");
    if (text == null) {
      faults.accept("no text; give what was judged as \"text\"");
    } else if (Corpus.key(text).isEmpty()) {
      faults.accept("the text has neither letters nor digits; leave the line out");
    }
    Boolean relevant = flag("relevant");
    if (!line.hasNonNull("relevant")) {
      faults.accept("no \"relevant\"; say true or false");
    }
    Stance stance = name("stance", Stance.values(), string("stance"));
    Double intensity = intensity();
    if (Boolean.FALSE.equals(relevant) && (stance != null || intensity != null)) {
      faults.accept(
          "a text that is not relevant has neither stance nor intensity; leave them out or set"
              + " \"relevant\" to true");
    }
    if (stance == Stance.HOSTILE && intensity != null && intensity < LEAST_HOSTILE) {
      faults.accept(
          "HOSTILE with intensity " + intensity + "; by the codebook it is 2 to 5, or not HOSTILE");
    }
    String kind = string("kind");
    TextKind ofKind =
        name("kind", TextKind.values(), kind == null ? null : kind.toUpperCase(Locale.ROOT));
    String title = string("title");
    String language = language();
    List<String> targets = names("targets", Target.values());
    List<String> frames = names("frames", Frame.values());
    Boolean offensive = flag("offensive");
    String reviewer = string("reviewer");
    Instant at = at();
    if (text == null || relevant == null) {
      return null;
    }
    return new FeedbackLine(
        text,
        title,
        ofKind == null ? TextKind.COMMENT : ofKind,
        language,
        relevant,
        stance,
        intensity,
        targets,
        frames,
        offensive,
        reviewer,
        at);
  }

  private @Nullable String string(String field) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull() || value.isTextual()) {
      return value.textValue();
    }
    faults.accept("\"" + field + "\" is " + value + "; write a string");
    return null;
  }

  private @Nullable Boolean flag(String field) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isInt() && (value.intValue() == 0 || value.intValue() == 1)) {
      return value.intValue() == 1;
    }
    faults.accept("\"" + field + "\" is " + value + "; write true or false");
    return null;
  }

  private @Nullable Double intensity() {
    JsonNode value = line.path("intensity");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= MOST) {
      return value.doubleValue();
    }
    faults.accept("\"intensity\" is " + value + "; write a number from 0 to " + MOST);
    return null;
  }

  private @Nullable String language() {
    String code = string("language");
    List<String> codes = Arrays.stream(Language.values()).map(Language::code).toList();
    if (code != null && !codes.contains(code)) {
      faults.accept("\"language\" is \"" + code + "\"; write one of " + list(codes));
    }
    return code;
  }

  private List<String> names(String field, Enum<?>[] known) {
    JsonNode values = line.path(field);
    List<String> names = new ArrayList<>();
    if (!values.isMissingNode() && !values.isNull() && !values.isArray()) {
      faults.accept("\"" + field + "\" is " + values + "; write a list of strings");
      return names;
    }
    for (JsonNode value : values) {
      Enum<?> constant = name(field, known, value.asText());
      if (constant != null) {
        names.add(constant.name());
      }
    }
    return List.copyOf(names);
  }

  private <E extends Enum<?>> @Nullable E name(String field, E[] known, @Nullable String name) {
    for (E constant : known) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    if (name != null) {
      List<String> names = Arrays.stream(known).map(Enum::name).map(String::valueOf).toList();
      faults.accept("\"" + field + "\" has \"" + name + "\"; write one of " + list(names));
    }
    return null;
  }

  private @Nullable Instant at() {
    String at = string("at");
    try {
      return at == null ? null : OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeException e) {
      faults.accept("\"at\" is \"" + at + "\"; write a time with its offset, as 2026-01-31T12:00Z");
      return null;
    }
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}

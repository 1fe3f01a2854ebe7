// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Codebook;
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
 * decides    true where it was said to decide between others
 * codebook   {@link Codebook#VERSION}
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
          "decides",
          "codebook",
          "at");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The codebook calls nothing hostile that is weaker. */
  private static final int LEAST_HOSTILE = 2;

  private static final int MOST = 5;

  private final LineFields fields;
  private final Consumer<String> faults;

  private FeedbackForm(JsonNode line, Consumer<String> faults) {
    this.fields = new LineFields(line, faults);
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
    if (line.decides()) {
      node.put("decides", true);
    }
    put(node, "codebook", line.codebook());
    put(node, "at", line.at() == null ? null : line.at().toString());
    return node.toString();
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private @Nullable FeedbackLine line() {
    fields.allow(FIELDS);
    String text = fields.string("text");
    if (text == null) {
      faults.accept("no text; give what was judged as \"text\"");
    } else if (Corpus.key(text).isEmpty()) {
      faults.accept("the text has neither letters nor digits; leave the line out");
    }
    Boolean relevant = fields.flag("relevant");
    if (!fields.has("relevant")) {
      faults.accept("no \"relevant\"; say true or false");
    }
    Stance stance = fields.name("stance", Stance.values(), fields.string("stance"));
    Double intensity = fields.number("intensity", MOST);
    if (Boolean.FALSE.equals(relevant) && (stance != null || intensity != null)) {
      faults.accept(
          "a text that is not relevant has neither stance nor intensity; leave them out or set"
              + " \"relevant\" to true");
    }
    if (stance == Stance.HOSTILE && intensity != null && intensity < LEAST_HOSTILE) {
      faults.accept(
          "HOSTILE with intensity " + intensity + "; by the codebook it is 2 to 5, or not HOSTILE");
    }
    String kind = fields.string("kind");
    TextKind ofKind =
        fields.name("kind", TextKind.values(), kind == null ? null : kind.toUpperCase(Locale.ROOT));
    String title = fields.string("title");
    String language =
        fields.oneOf("language", Arrays.stream(Language.values()).map(Language::code).toList());
    List<String> targets = fields.names("targets", Target.values());
    List<String> frames = fields.names("frames", Frame.values());
    Boolean offensive = fields.flag("offensive");
    String reviewer = fields.string("reviewer");
    Boolean decides = fields.flag("decides");
    String codebook = codebook();
    Instant at = fields.time("at");
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
        Boolean.TRUE.equals(decides),
        codebook,
        at);
  }

  private @Nullable String codebook() {
    String version = fields.string("codebook");
    if (version != null && !version.equals(Codebook.VERSION)) {
      faults.accept(
          "judged by version "
              + version
              + " of the codebook, and models go by version "
              + Codebook.VERSION
              + "; leave the line out, or have the text judged anew");
    }
    return version;
  }
}

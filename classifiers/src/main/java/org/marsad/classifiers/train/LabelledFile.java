// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.bundle.Bundled;

/** Reads a JSONL file of labelled or plain texts; fields that are absent stay absent. */
public final class LabelledFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or a line is no JSON object with a text; the message
   *     names file and line
   */
  public static List<LabelledText> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "");
    return read(name, file.toString(), Files.readAllLines(file));
  }

  /**
   * Reads a bundled file.
   *
   * @param name of the resource beside this class, without its ending
   * @param set what the texts' set is called
   */
  static List<LabelledText> bundled(String name, String set) throws IOException {
    return read(set, name, Bundled.lines(LabelledFile.class, name + ".jsonl"));
  }

  private static List<LabelledText> read(String set, String place, List<String> lines)
      throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        texts.add(text(set, JSON.readTree(line)));
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(place + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return texts;
  }

  private static LabelledText text(String set, JsonNode node) {
    String text = string(node, "text");
    if (text == null) {
      throw new IllegalArgumentException("no text");
    }
    String stance = string(node, "stance");
    String language = string(node, "language");
    return new LabelledText(
        set,
        text,
        string(node, "title"),
        kind(string(node, "kind")),
        language == null ? string(node, node.has("variety") ? "variety" : "lang") : language,
        flag(node, "offensive"),
        flag(node, "relevant"),
        stance == null ? null : Stance.valueOf(stance),
        node.path("intensity").asDouble(0),
        strings(node, "targets"),
        strings(node, "frames"),
        string(node, "pair"),
        flag(node, "moroccan"));
  }

  private static TextKind kind(@Nullable String name) {
    if (name == null || name.equals("headline")) {
      return TextKind.COMMENT;
    }
    return TextKind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || !value.isTextual() ? null : value.textValue();
  }

  private static @Nullable Boolean flag(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asInt(value.asBoolean() ? 1 : 0) == 1;
  }

  private static List<String> strings(JsonNode node, String field) {
    List<String> values = new ArrayList<>();
    node.path(field).forEach(value -> values.add(value.asText()));
    return List.copyOf(values);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Reads the texts that were written for the demo from the module's resources. */
final class Banks {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Banks() {}

  static List<Outlet> outlets() {
    return yaml("outlets.yaml", new TypeReference<>() {});
  }

  static Words words(String language) {
    return yaml(language + "/words.yaml", new TypeReference<>() {});
  }

  static TopicBank topic(String language, Topic topic) {
    return yaml(language + "/" + topic.slug() + ".yaml", new TypeReference<>() {});
  }

  static CommentBank comments(String language) {
    return yaml("comments/" + language + ".yaml", new TypeReference<>() {});
  }

  /** How often comments about migrants take each stance, in parts of a hundred. */
  static Map<Mood, SortedMap<String, Integer>> moods() {
    return yaml("comments/moods.yaml", new TypeReference<>() {});
  }

  static String layout(Outlet outlet) {
    try (InputStream in = open("layouts/" + outlet.id() + ".html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Variants are written one a line. */
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** Blocks of variants are parted by a blank line. */
  static List<List<String>> blocks(String text) {
    return Arrays.stream(text.strip().split("\n\\s*\n")).map(Banks::lines).toList();
  }

  private static <T> T yaml(String name, TypeReference<T> type) {
    try (InputStream in = open(name)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Banks.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the demo's resource " + name + " is missing");
    }
    return in;
  }
}

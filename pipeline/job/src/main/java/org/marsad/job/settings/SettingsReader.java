// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the sections of a YAML file and gathers the faults, so that they are told together. */
final class SettingsReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final JsonNode root;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private SettingsReader(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static SettingsReader of(Path file) {
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      return new SettingsReader(file, root == null ? MissingNode.getInstance() : root);
    } catch (JsonProcessingException e) {
      throw new SettingsException(
          file,
          List.of(
              "line "
                  + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                  + " is not YAML: "
                  + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new SettingsException(
          file, List.of("the file cannot be read: " + e.getMessage() + "; check --config"));
    }
  }

  Section section(String name) {
    JsonNode node = root.path(name);
    if (!node.isObject()) {
      faults.add(name + " is missing; it must be a section of keys and values");
    }
    return added(name, node);
  }

  private Section added(String name, JsonNode node) {
    Section section = new Section(name, node, faults);
    sections.add(section);
    return section;
  }

  /** A section that files from before it existed do not have: it is empty then. */
  Section optionalSection(String name) {
    return root.has(name) ? section(name) : added(name, MissingNode.getInstance());
  }

  /** Reports what was never asked for: a misspelt key must not pass in silence. */
  void finish() {
    Set<String> known = new TreeSet<>();
    sections.forEach(section -> known.add(section.name()));
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                faults.add(name + " is not a section; the sections are " + known);
              }
            });
    sections.forEach(Section::reportUnknownKeys);
    if (!faults.isEmpty()) {
      throw new SettingsException(file, faults);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Filters;

/**
 * The operator's rules, from YAML; the file that is shipped, {@code rules.yaml}, explains each key.
 */
public final class RuleFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> KEYS =
      List.of("id", "names", "filters", "every", "deliver", "enabled");
  private static final List<String> LANGUAGES = List.of("ar", "fr", "en");
  private static final List<String> FILTERS =
      List.of(
          "text",
          "sources",
          "languages",
          "stances",
          "targets",
          "kinds",
          "frames",
          "places",
          "intensity",
          "relevant",
          "synonyms");

  private final List<AlertRule> rules = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private RuleFile() {}

  /**
   * @return the rules in the order of the file
   * @throws RuleException with all faults: of YAML, of keys, of values, an id given twice; or when
   *     the file cannot be read
   */
  public static List<AlertRule> read(Path file) {
    RuleFile read = new RuleFile();
    read.file(tree(file));
    if (!read.faults.isEmpty()) {
      throw new RuleException(file, read.faults);
    }
    return List.copyOf(read.rules);
  }

  private static JsonNode tree(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "the file" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new RuleException(file, List.of(where + " is not YAML: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new RuleException(file, List.of("the file cannot be read: " + e));
    }
  }

  private void file(JsonNode root) {
    JsonNode entries = root.path("rules");
    if (!entries.isArray() || root.size() > 1) {
      faults.add("the file has to have one key, rules, with a list of rules");
      return;
    }
    int position = 0;
    for (JsonNode entry : entries) {
      position++;
      rule(entry, position);
    }
  }

  private void rule(JsonNode entry, int position) {
    String name = "rule " + position;
    if (!entry.isObject()) {
      faults.add(name + ": has to be a mapping with keys of " + KEYS);
      return;
    }
    List<RuleFault> found = new ArrayList<>();
    AlertRule rule = read(new RuleNode(entry, "", KEYS, found));
    for (RuleFault fault : RuleCheck.of(rule)) {
      // What has been refused already was read as missing, which need not be told as well.
      if (found.stream().noneMatch(fault::covers)) {
        found.add(fault);
      }
    }
    if (!rule.id().isEmpty()) {
      name += " (" + rule.id() + ")";
      if (!ids.add(rule.id())) {
        found.add(new RuleFault("id", "is that of an earlier rule; each needs its own"));
      }
    }
    for (RuleFault fault : found) {
      faults.add(name + ": " + fault);
    }
    rules.add(rule);
  }

  private static AlertRule read(RuleNode rule) {
    return new AlertRule(
        rule.requiredText("id"),
        rule.mapping("names", LANGUAGES).texts(),
        filters(rule.mapping("filters", FILTERS)),
        rule.constant("every", Granularity.class, null),
        rule.constant("deliver", Cadence.class, Cadence.INSTANT),
        !Boolean.FALSE.equals(rule.flag("enabled")),
        AlertRule.Origin.FILE,
        null);
  }

  private static Filters filters(RuleNode filters) {
    return Filters.NONE.toBuilder()
        .text(filters.text("text"))
        .sources(filters.texts("sources"))
        .languages(filters.texts("languages"))
        .stances(filters.texts("stances"))
        .targets(filters.texts("targets"))
        .kinds(filters.texts("kinds"))
        .frames(filters.texts("frames"))
        .places(filters.texts("places"))
        .leastIntensity(filters.number("intensity", 0, 5))
        .relevant(filters.flag("relevant"))
        .synonyms(filters.flag("synonyms"))
        .build();
  }
}

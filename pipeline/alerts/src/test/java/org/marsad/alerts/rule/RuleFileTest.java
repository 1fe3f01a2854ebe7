// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Filters;

class RuleFileTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("marsad.home", "."), "k8s/base/pipeline/config/rules.yaml");

  private static final String GOOD =
      "{id: a, names: {en: A}, filters: {stances: [HOSTILE]}, every: day}";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), text);
  }

  private List<String> faults(String text) throws IOException {
    Path file = file(text);
    RuleException thrown = catchThrowableOfType(RuleException.class, () -> RuleFile.read(file));
    assertThat(thrown).hasMessageContaining(file.toString());
    thrown.faults().forEach(fault -> assertThat(thrown).hasMessageContaining(fault));
    return thrown.faults();
  }

  @Test
  void theShippedRulesAreSoundAndNamedInEachLanguage() {
    List<AlertRule> rules = RuleFile.read(SHIPPED);

    assertThat(rules).hasSizeGreaterThan(25).allMatch(AlertRule::enabled);
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.names()).containsOnlyKeys("ar", "fr", "en");
              assertThat(RuleCheck.faults(rule)).isEmpty();
            });
    assertThat(rules).extracting(AlertRule::names).doesNotHaveDuplicates();
    assertThat(rules)
        .extracting(AlertRule::id)
        .contains("hostility-daily", "hostility-hourly", "hostility-place-laayoune");
  }

  @Test
  void everyKeyIsRead() throws IOException {
    Path file =
        file(
            """
            rules:
              - id: all-1
                names: {ar: تجربة, fr: Essai}
                filters:
                  text: '"porte d''entrée" | expuls*'
                  sources: [outlet-a]
                  languages: [ary-Latn, fr]
                  stances: [HOSTILE]
                  targets: [REFUGEE]
                  kinds: [COMMENT]
                  frames: [EXPEL]
                  places: [casablanca]
                  intensity: 3
                  relevant: true
                every: hour
                deliver: weekly
                enabled: false
              - %s
            """
                .formatted(GOOD));

    assertThat(RuleFile.read(file))
        .containsExactly(
            new AlertRule(
                "all-1",
                Map.of("ar", "تجربة", "fr", "Essai"),
                Filters.NONE.toBuilder()
                    .text("\"porte d'entrée\" | expuls*")
                    .sources(List.of("outlet-a"))
                    .languages(List.of("ary-Latn", "fr"))
                    .stances(List.of("HOSTILE"))
                    .targets(List.of("REFUGEE"))
                    .kinds(List.of("COMMENT"))
                    .frames(List.of("EXPEL"))
                    .places(List.of("casablanca"))
                    .leastIntensity(3)
                    .relevant(true)
                    .build(),
                Granularity.HOUR,
                Cadence.WEEKLY,
                false,
                AlertRule.Origin.FILE,
                null),
            new AlertRule(
                "a",
                Map.of("en", "A"),
                Filters.NONE.ofStances(List.of("HOSTILE")),
                Granularity.DAY,
                Cadence.INSTANT,
                true,
                AlertRule.Origin.FILE,
                null));
  }

  @Test
  void allFaultsAreToldAtOnceAndNothingTwice() throws IOException {
    List<String> faults =
        faults(
            """
            rules:
              - %s
              - {names: {es: Uno}, filters: {places: casablanca, from: 2026-01-01}, every: week}
              - {id: a, names: {en: " "}, filters: {intensity: 9}, every: day, deliver: soon}
              - nothing
              - {id: b, names: {en: B}, filters: {stances: [ANGRY]}, every: day, enabled: maybe}
            """
                .formatted(GOOD));

    assertThat(faults)
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).isEqualTo("rule 2: id is missing"),
            fault -> assertThat(fault).startsWith("rule 2: names.es is not a key").contains("[ar,"),
            fault -> assertThat(fault).startsWith("rule 2: filters.from is not a key"),
            fault -> assertThat(fault).startsWith("rule 2: filters.places has to be a list"),
            fault ->
                assertThat(fault)
                    .isEqualTo("rule 2: every is not \"week\"; allowed are [day, hour]"),
            fault -> assertThat(fault).startsWith("rule 3 (a): names.en has to have 1 to 120"),
            fault ->
                assertThat(fault).startsWith("rule 3 (a): filters.intensity").contains("0 to 5"),
            fault -> assertThat(fault).startsWith("rule 3 (a): deliver is not \"soon\""),
            fault -> assertThat(fault).startsWith("rule 3 (a): id is that of an earlier rule"),
            fault -> assertThat(fault).startsWith("rule 4: has to be a mapping"),
            fault -> assertThat(fault).startsWith("rule 5 (b): filters.stances knows no \"ANGRY\""),
            fault -> assertThat(fault).startsWith("rule 5 (b): enabled has to be true or false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'rules:\n  - id: [a';line 2",
        "'rules:\n  - id: a\n    id: b';line 3",
        "'alarms: []';rules",
        "'';rules",
        "'rules: {a: b}';rules"
      })
  void whatIsNoListOfRulesIsRefused(String text, String expected) throws IOException {
    assertThat(faults(text)).singleElement().asString().contains(expected);
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("none.yaml");

    assertThat(catchThrowableOfType(RuleException.class, () -> RuleFile.read(missing)))
        .hasMessageContaining("none.yaml")
        .hasMessageContaining("cannot be read");
  }
}

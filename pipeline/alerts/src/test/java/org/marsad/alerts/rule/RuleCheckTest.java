// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Filters;
import org.marsad.model.Json;

class RuleCheckTest {
  private static AlertRule rule(String id, Map<String, String> names, String filters)
      throws JsonProcessingException {
    return new AlertRule(
        id,
        names,
        Json.MAPPER.readValue(filters, Filters.class),
        Granularity.DAY,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.USER,
        null);
  }

  private static AlertRule rule(String filters) throws JsonProcessingException {
    return rule("a", Map.of("en", "A"), filters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'relevant': true}",
        "{'leastIntensity': 5}",
        "{'text': 'a | b*'}",
        "{'languages': ['ary-Arab', 'ary-Latn', 'arb', 'fr', 'es', 'en']}",
        "{'places': ['casablanca', 'oriental']}",
        "{'sources': ['outlet-a']}"
      })
  void aSoundRuleHasNoFault(String filters) throws JsonProcessingException {
    assertThat(RuleCheck.faults(rule(filters.replace('\'', '"')))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{};filters has no condition",
        "{'leastIntensity': 0, 'text': ' '};filters has no condition",
        "{'leastIntensity': 6};filters.leastIntensity has to be 0 to 5",
        "{'stances': ['MEAN']};filters.stances knows no \"MEAN\"; allowed are [HOSTILE, CRITICAL_",
        "{'targets': ['refugee']};filters.targets knows no \"refugee\"; allowed are [SSA_BLACK",
        "{'kinds': ['VIDEO']};filters.kinds knows no \"VIDEO\"; allowed are [ARTICLE, COMMENT,"
            + " POST]",
        "{'frames': ['X']};filters.frames knows no \"X\"; allowed are [CRIME",
        "{'languages': ['zgh']};filters.languages knows no \"zgh\"; allowed are [ary-Arab",
        "{'places': ['atlantis']};filters.places knows no \"atlantis\"",
        "{'sources': [' ']};filters.sources has a blank value",
        "{'text': 'a* b* c* d* e* f*'};filters.text asks for too much",
        "{'relevant': true, 'from': '2026-01-01'};filters must not have days"
      })
  void aFaultNamesItsKeyAndWhatIsAllowed(String filters, String fault)
      throws JsonProcessingException {
    assertThat(RuleCheck.faults(rule(filters.replace('\'', '"'))))
        .singleElement()
        .asString()
        .startsWith(fault);
  }

  @Test
  void idNamesAndNumberOfValuesAreChecked() throws JsonProcessingException {
    String many = Json.MAPPER.writeValueAsString(Collections.nCopies(51, "casablanca"));

    assertThat(
            RuleCheck.faults(
                rule("A b", Map.of("de", "x".repeat(121), "en", ""), "{\"places\":" + many + "}")))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("id has to be 1 to 64 of a-z"),
            fault -> assertThat(fault).startsWith("names.de is not a language"),
            fault -> assertThat(fault).startsWith("names.de has to have 1 to 120"),
            fault -> assertThat(fault).startsWith("names.en has to have 1 to 120"),
            fault -> assertThat(fault).startsWith("filters.places has 51 values; allowed are 50"));
    assertThat(RuleCheck.faults(rule("a", Map.of(), "{\"relevant\":true}")))
        .containsExactly("names has to name the rule in at least one of ar, fr, en");
  }
}

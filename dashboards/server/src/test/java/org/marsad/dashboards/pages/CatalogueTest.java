// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Voice;
import org.marsad.model.Json;

class CatalogueTest {
  private static final Pattern PLURAL_FORM = Pattern.compile("\\.(zero|one|two|few|many)$");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar"})
  void saysAllThatEnglishSays(String language) throws IOException {
    JsonNode english = catalogue("en");
    JsonNode other = catalogue(language);

    assertThat(keys(other)).isEqualTo(keys(english));
    for (String key : keys(english)) {
      assertThat(values(other.get(key))).as(key).isEqualTo(values(english.get(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void namesEveryCodeOfTheClassifiers(String language) throws IOException {
    Set<String> keys = keys(catalogue(language));

    for (Stance stance : Stance.values()) {
      assertThat(keys).contains("stance." + stance);
    }
    for (Target target : Target.values()) {
      assertThat(keys).contains("target." + target);
    }
    for (Frame frame : Frame.values()) {
      assertThat(keys).contains("frame." + frame);
    }
    for (Voice voice : Voice.values()) {
      assertThat(keys).contains("voice." + voice);
    }
    for (NewsFlag flag : NewsFlag.values()) {
      assertThat(keys).contains("flag." + flag);
    }
  }

  private static JsonNode catalogue(String language) throws IOException {
    String path = Pages.DIRECTORY + "/i18n/" + language + ".json";
    try (InputStream in = CatalogueTest.class.getResourceAsStream(path)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in, path));
    }
  }

  /** Languages differ in their plural forms; every one has "other". */
  private static Set<String> keys(JsonNode catalogue) {
    Set<String> keys = new TreeSet<>();
    catalogue
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!PLURAL_FORM.matcher(key).find()) {
                keys.add(key);
              }
            });
    return keys;
  }

  private static Set<String> values(JsonNode message) {
    Set<String> values = new TreeSet<>();
    Matcher matcher = VALUE.matcher(message.asText());
    while (matcher.find()) {
      values.add(matcher.group());
    }
    return values;
  }
}

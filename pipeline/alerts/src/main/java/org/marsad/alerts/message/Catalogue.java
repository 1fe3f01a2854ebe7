// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one language: ICU message patterns by key, with the plurals that Arabic needs.
 * Numbers have Western digits in every language, as Morocco writes them.
 */
final class Catalogue {
  static final List<String> LANGUAGES = List.of("ar", "fr", "en");
  private static final String FALLBACK = "en";
  private static final Map<String, Catalogue> LOADED = new ConcurrentHashMap<>();

  private final String language;
  private final ULocale locale;
  private final Properties patterns = new Properties();

  private Catalogue(String language) {
    this.language = language;
    this.locale = new ULocale(language + "-MA-u-nu-latn");
    String file = language + ".properties";
    try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the messages " + file, broken);
    }
  }

  /** Of ar, fr or en; of English for any other language. */
  static Catalogue of(String language) {
    return LOADED.computeIfAbsent(
        LANGUAGES.contains(language) ? language : FALLBACK, Catalogue::new);
  }

  String language() {
    return language;
  }

  ULocale locale() {
    return locale;
  }

  boolean rightToLeft() {
    return text("direction").equals("rtl");
  }

  Set<String> keys() {
    return patterns.stringPropertyNames();
  }

  boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The words themselves, without places to fill. */
  String text(String key) {
    String found = patterns.getProperty(key);
    if (found == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language + ".properties");
    }
    return found;
  }

  /** The words with their places filled by name. */
  String text(String key, Map<String, ?> values) {
    return new MessageFormat(text(key), locale).format(values);
  }

  /** "name: value", set as the language sets it. */
  String pair(String name, String value) {
    return text("pair", Map.of("name", name, "value", value));
  }

  String list(List<String> values) {
    return String.join(text("separator"), values);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** What a feed's form needs beside the URL: the keys of the catalogue, and how they are read. */
public final class FormOptions {
  /** CSS, of the links or of what encloses each. */
  public static final String SELECTOR = "selector";

  /** A regular expression that is looked for in the URL. */
  public static final String LINK_PATTERN = "link-pattern";

  /** CSS, of the date within what the selector found. */
  public static final String DATE_SELECTOR = "date-selector";

  /** How many links of a page count. */
  public static final String MAX_ITEMS = "max-items";

  /** What is older is not new. */
  public static final String MAX_AGE = "max-age";

  private static final Duration USUAL_MAX_AGE = Duration.ofDays(3);
  private static final int USUAL_MAX_ITEMS = 100;
  private static final int HIGHEST_MAX_ITEMS = 1_000;

  private static final Map<FeedForm, List<String>> KEYS =
      Map.of(
          FeedForm.SITEMAP, List.of(LINK_PATTERN, MAX_AGE),
          FeedForm.LIST, List.of(SELECTOR, LINK_PATTERN, DATE_SELECTOR, MAX_ITEMS),
          FeedForm.WORDPRESS_COMMENTS, List.of(MAX_AGE));

  private FormOptions() {}

  /** Of all forms. */
  static Stream<String> allKeys() {
    return KEYS.values().stream().flatMap(List::stream).distinct().sorted();
  }

  /** The options that the mapping gives; faults are noted where they are. */
  static Map<String, String> read(YamlMap map, FeedForm form) {
    List<String> allowed = KEYS.getOrDefault(form, List.of());
    Map<String, String> options = new HashMap<>();
    allKeys()
        .filter(map::has)
        .forEach(
            key -> {
              String value = allowed.contains(key) ? value(map, key) : notFor(map, key, form);
              if (value != null) {
                options.put(key, value);
              }
            });
    if (form == FeedForm.LIST && !map.has(SELECTOR)) {
      map.fault(SELECTOR, "is missing; a list needs the CSS selector of its links");
    }
    return options;
  }

  private static @Nullable String notFor(YamlMap map, String key, FeedForm form) {
    map.fault(key, "is not for the form " + YamlMap.written(form));
    return null;
  }

  private static @Nullable String value(YamlMap map, String key) {
    return switch (key) {
      case SELECTOR, DATE_SELECTOR -> css(map, key);
      case LINK_PATTERN -> regex(map);
      case MAX_ITEMS -> count(map);
      default -> {
        Duration age = map.duration(key);
        yield age == null ? null : age.toString();
      }
    };
  }

  static @Nullable String css(YamlMap map, String key) {
    String text = map.text(key);
    try {
      if (text != null) {
        QueryParser.parse(text);
      }
      return text;
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      map.fault(key, "\"" + text + "\" is no CSS selector: " + e.getMessage());
      return null;
    }
  }

  private static @Nullable String regex(YamlMap map) {
    String text = map.text(LINK_PATTERN);
    try {
      return text == null ? null : Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      map.fault(LINK_PATTERN, "\"" + text + "\" is no regular expression: " + e.getDescription());
      return null;
    }
  }

  private static @Nullable String count(YamlMap map) {
    String text = map.text(MAX_ITEMS);
    if (text == null
        || (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= HIGHEST_MAX_ITEMS)) {
      return text;
    }
    map.fault(MAX_ITEMS, "\"" + text + "\" is not a number from 1 to " + HIGHEST_MAX_ITEMS);
    return null;
  }

  /** Of the URLs that count; all where the feed sets none. */
  public static Pattern linkPattern(OutletFeed feed) {
    return Pattern.compile(feed.options().getOrDefault(LINK_PATTERN, ""));
  }

  public static int maxItems(OutletFeed feed) {
    String set = feed.options().get(MAX_ITEMS);
    return set == null ? USUAL_MAX_ITEMS : Integer.parseInt(set);
  }

  public static Duration maxAge(OutletFeed feed) {
    String set = feed.options().get(MAX_AGE);
    return set == null ? USUAL_MAX_AGE : Duration.parse(set);
  }
}

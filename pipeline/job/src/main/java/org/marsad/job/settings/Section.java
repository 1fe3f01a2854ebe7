// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One section of a settings file. A faulty value is noted and a harmless one returned, so that the
 * reading goes on to the next fault.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kB|MB|GB)");
  private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES = 
      Map.of("kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private final String name;
  private final JsonNode node;
  private final List<String> faults;
  private final Set<String> known = new TreeSet<>();
  private final List<Section> nested = new ArrayList<>();

  Section(String name, JsonNode node, List<String> faults) {
    this.name = name;
    this.node = node;
    this.faults = faults;
  }

  String name() {
    return name;
  }

  /** Whether a setting that may be left out is there. */
  boolean has(String key) {
    JsonNode value = value(key);
    return !value.isMissingNode() && !value.isNull();
  }

  /** A section within this one, which may be left out. */
  Optional<Section> section(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = value(key);
    if (!value.isObject()) {
      faults.add(name + "." + key + " must be a section of keys and values");
      return Optional.empty();
    }
    Section section = new Section(name + "." + key, value, faults);
    nested.add(section);
    return Optional.of(section);
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      fault(key, value, "true or false");
    }
    return value.asBoolean();
  }

  /** The constant whose name, in lower case, is there. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String text = value(key).asText();
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    fault(key, value(key), "one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT));
    return constants[0];
  }

  /** Where something is on the web. What is wrong with it is said without it: it may be secret. */
  URI url(String key) {
    String text = text(key);
    try {
      URI url = new URI(text);
      if (url.getHost() != null && ("http".equals(url.getScheme()) || isSecure(url))) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // Told below.
    }
    if (!text.isEmpty()) {
      fault(key, "an address such as https://example.org/");
    }
    return URI.create("http://localhost/");
  }

  private static boolean isSecure(URI url) {
    return "https".equals(url.getScheme());
  }

  /** The address of a person, which is not repeated in what is wrong with it. */
  String mailAddress(String key) {
    String text = text(key);
    if (!text.isEmpty() && !MAIL_ADDRESS.matcher(text).matches()) {
      fault(key, "an e-mail address such as someone@example.org");
    }
    return text;
  }

  /** Something wrong with a setting whose value is better not repeated. */
  void fault(String key, String wanted) {
    faults.add(name + "." + key + " must be " + wanted);
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      fault(key, value, "some text");
      return "";
    }
    return value.textValue();
  }

  /** A name or address of this computer that no other one reaches. */
  String loopback(String key) {
    String host = text(key);
    if (!host.isEmpty() && !isLoopback(host)) {
      fault(
          key,
          value(key),
          "127.0.0.1, localhost or ::1. What the dashboard shows reveals opinions and racial"
              + " origin, and there are no accounts yet; to reach it from another computer of"
              + " yours, forward the port over SSH");
    }
    return host;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  int number(String key, int least, int most) {
    JsonNode value = value(key);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      fault(key, value, "a whole number from " + least + " to " + most);
      return least;
    }
    return value.intValue();
  }

  Duration duration(String key, Duration least, Duration most) {
    long millis = amount(key, DURATION, MILLIS);
    Duration duration = Duration.ofMillis(millis);
    if (millis < 0 || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      fault(
          key,
          value(key),
          "a duration such as 500ms, 30s, 15m, 12h or 30d, from "
              + words(least)
              + " to "
              + words(most));
      return least;
    }
    return duration;
  }

  /** In bytes. */
  int size(String key, int least, int most) {
    return (int) largeSize(key, least, most);
  }

  /** In bytes. */
  long largeSize(String key, long least, long most) {
    long bytes = amount(key, SIZE, BYTES);
    if (bytes < least || bytes > most) {
      fault(
          key,
          value(key),
          "a size such as 64kB, 10MB or 2GB, from "
              + least / 1_000
              + "kB to "
              + most / 1_000
              + "kB");
      return least;
    }
    return bytes;
  }

  private long amount(String key, Pattern pattern, Map<String, Long> units) {
    Matcher matcher = pattern.matcher(value(key).asText());
    if (!matcher.matches()) {
      return -1;
    }
    return Long.parseLong(matcher.group(1)) * units.getOrDefault(matcher.group(2), 0L);
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private JsonNode value(String key) {
    known.add(key);
    return node.path(key);
  }

  private void fault(String key, JsonNode value, String wanted) {
    faults.add(
        name
            + "."
            + key
            + (value.isMissingNode() ? " is missing" : " is " + value)
            + "; it must be "
            + wanted);
  }

  void reportUnknownKeys() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                faults.add(name + "." + key + " is not a setting; the settings are " + known);
              }
            });
    nested.forEach(Section::reportUnknownKeys);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kB|MB)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES = Map.of("kB", 1_000L, "MB", 1_000_000L);

  private final String name;
  private final JsonNode node;
  private final List<String> faults;
  private final Set<String> known = new TreeSet<>();

  Section(String name, JsonNode node, List<String> faults) {
    this.name = name;
    this.node = node;
    this.faults = faults;
  }

  String name() {
    return name;
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
    long bytes = amount(key, SIZE, BYTES);
    if (bytes < least || bytes > most) {
      fault(
          key,
          value(key),
          "a size such as 64kB or 10MB, from " + least / 1_000 + "kB to " + most / 1_000 + "kB");
      return least;
    }
    return (int) bytes;
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
  }
}

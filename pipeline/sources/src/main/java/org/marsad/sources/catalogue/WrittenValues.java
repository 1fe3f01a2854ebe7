// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a single value of a configuration file may look like; the same in all of them. */
public final class WrittenValues {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private WrittenValues() {}

  /**
   * @param text such as 500ms, 30s, 15m, 12h or 30d
   * @throws IllegalArgumentException for anything else
   */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /**
   * @throws IllegalArgumentException for what is no http(s) URL with a host
   */
  public static URI url(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(text);
    }
    return url;
  }

  /**
   * @throws IllegalArgumentException for what is no whole number from least to most
   */
  static long within(String text, long least, long most) {
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the slots of one text. A slot is {@code {a|b|c}} (one of these), {@code {20-80}} or {@code
 * {200-800/50}} (a number, in steps), or {@code {city}} (a word from a list; {@code {city2}} is
 * another one from the same list). The same slot has the same value throughout the text.
 */
final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)(?:/(\\d+))?");

  private final Map<String, List<String>> lists;
  private final Words words;
  private final Random random;
  private final Map<String, String> values;

  /**
   * @param given values that are fixed beforehand
   */
  Slots(Words words, Map<String, List<String>> lists, Map<String, String> given, Random random) {
    this.lists = lists;
    this.words = words;
    this.random = random;
    this.values = new HashMap<>(given);
  }

  String fill(String text) {
    Matcher slot = SLOT.matcher(text);
    return words.join(slot.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1)))));
  }

  private String value(String slot) {
    String known = values.get(slot);
    if (known == null) {
      known = draw(slot);
      values.put(slot, known);
    }
    return known;
  }

  private String draw(String slot) {
    if (slot.contains("|")) {
      String[] options = slot.split("\\|", -1);
      return options[random.nextInt(options.length)];
    }
    Matcher range = RANGE.matcher(slot);
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
      return grouped(from + step * random.nextInt((to - from) / step + 1));
    }
    List<String> options = lists.get(slot.replaceFirst("\\d$", ""));
    if (options == null) {
      throw new IllegalStateException("no list for the slot {" + slot + "}");
    }
    List<String> free = options.stream().filter(option -> !values.containsValue(option)).toList();
    return free.get(random.nextInt(free.size()));
  }

  private String grouped(int number) {
    String digits = Integer.toString(number);
    return number < 10_000 ? digits : digits.replaceFirst("(\\d{3})$", words.thousands() + "$1");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news agency that a text names as its origin: in its byline, in the dateline that it
 * begins with, or in the credit that it ends with. An agency that is named within the text has been
 * quoted, which says nothing about who wrote the text.
 */
final class Agencies {
  /** How an agency signs. Capitals count: "map" and "efe" are words, and so is ومع. */
  private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();

  static {
    SIGNATURES.put(
        "MAP",
        "MAP|Maghreb Arabe Presse|و[ .]{1,2}م[ .]{1,2}ع\\.?|\\(ومع\\)"
            + "|وكالة المغرب العربي للأنباء|لاماب");
    SIGNATURES.put(
        "AFP",
        "AFP|Agence France[ -]Presse|أ ?[ .] ?ف ?[ .] ?ب\\.?|\\(أفب\\)|فرانس برس|فرانس بريس");
    SIGNATURES.put("Reuters", "Reuters|REUTERS|رويترز");
    SIGNATURES.put("EFE", "EFE|إيفي|إفي");
    SIGNATURES.put("Europa Press", "Europa Press|EUROPA PRESS|أوروبا بريس|أوروبا برس");
    SIGNATURES.put("AP", "AP|Associated Press|أسوشيتد برس|أسوشييتد برس|أ ?[ .] ?ب\\.?");
    SIGNATURES.put("Anadolu", "Anadolu|AA|الأناضول");
    SIGNATURES.put("DPA", "dpa|DPA|د ?[ .] ?ب ?[ .] ?أ\\.?");
    SIGNATURES.put("APS", "APS|وأج|و ?[ .] ?أ ?[ .] ?ج");
    SIGNATURES.put("Xinhua", "Xinhua|شينخوا");
  }

  private static final String ANY = "(?:" + String.join("|", SIGNATURES.values()) + ")";

  /** Words that may stand before an agency's name in a credit. */
  private static final String BY =
      "(?:(?:عن|المصدر|بتصرف عن|متابعة|وكالات|وكالة|مع|ب?اتفاق مع|source|avec|par|via|d.après|con"
          + " información de|con|fuente|agencia|agencias|agence|by|with|from|source)\\s*[:/–—-]?\\s*"
          + "(?:l.|la |le |وكالة |agencia |agence )?)";

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

  /** {@code Rabat (MAP) -}, {@code الرباط / و م ع /}, {@code March 3 (Reuters) -}. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\s*(?:[\\p{L} ’'.-]{2,40}[,،]?\\s*(?:\\d{1,2}\\s*\\p{L}*\\s*(?:\\d{4})?|\\p{L}+\\s\\d{1,2})?\\s*"
              + "[(/،,–—:-]\\s*)?[(]?\\s*("
              + ANY
              + ")\\s*[)/–—:،,-]+\\s*",
          FLAGS);

  /** {@code (Avec MAP)}, {@code / و م ع}, {@code Fuente: EFE} as the last words. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:[\\s(\\[/–—.,،:*-]|^)(?i:" + BY + ")?[(/\\[]?\\s*(" + ANY + ")\\s*[)\\]/.*]*\\s*$",
          FLAGS);

  private static final Pattern BYLINE =
      Pattern.compile("(?:^|[^\\p{L}])(" + ANY + ")(?:[^\\p{L}]|$)", FLAGS);

  /** Where a dateline and a credit can be. */
  private static final int REACH = 120;

  private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

  static {
    SIGNATURES.forEach((name, signature) -> PATTERNS.put(name, Pattern.compile(signature)));
  }

  private Agencies() {}

  /** The agency's usual name, such as MAP; null where the article names none as its origin. */
  static @Nullable String of(@Nullable String byline, String text) {
    String signature = first(BYLINE, byline == null ? "" : byline);
    if (signature == null) {
      signature = first(DATELINE, beginning(text));
    }
    if (signature == null) {
      signature = first(CREDIT, end(text));
    }
    return signature == null ? null : name(signature);
  }

  /** The text without dateline and credit. */
  static String withoutCredit(String text) {
    Matcher dateline = DATELINE.matcher(beginning(text));
    int from = dateline.find() ? dateline.end() : 0;
    String end = end(text);
    Matcher credit = CREDIT.matcher(end);
    int to = credit.find() ? text.length() - end.length() + credit.start() : text.length();
    return text.substring(from, Math.max(from, to));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(REACH, text.length()));
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - REACH));
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static @Nullable String name(String signature) {
    return PATTERNS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(signature).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}

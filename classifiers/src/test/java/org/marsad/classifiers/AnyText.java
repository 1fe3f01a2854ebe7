// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Texts such as nobody writes and everybody receives, from a seed: words of every language beside
 * each odd corner of Unicode. A failing property names the text, escaped, so that it can become a
 * test of its own.
 */
public final class AnyText {
  private static final List<String> WORDS =
      List.of(
          "مهاجرين",
          "للمهاجرين",
          "وبالمهاجرين",
          "بمهاجريها",
          "العلاجية",
          "عزي",
          "الـمُهـاجـرينَ",
          "les migrants",
          "l'immigré",
          "m1grants",
          "mi\u0000grants",
          "m.i.g.r.a.n.t.s",
          "migr@nt$",
          "lafari9a",
          "l4fari9a",
          "3azzi",
          "ch7al",
          "dehors",
          "طردوهم",
          "Casablanca",
          "kill all",
          "los inmigrantes",
          "refugees",
          "ⵣⵣⵣ",
          "これは日本語",
          "किताब",
          "ﷺ",
          "ﻣﻬﺎﺟﺮﻳﻦ",
          "𝐦𝐢𝐠𝐫𝐚𝐧𝐭𝐬");

  private static final List<String> ODDITIES =
      List.of(
          "\uD800",
          "\uDC00",
          "\uDBFF\uDBFF",
          "\uDFFF\uD83D",
          "\u0000",
          "\u0001",
          "\u0085",
          "\u0092",
          "\u202E",
          "\u2066",
          "\u2069",
          "\u200F",
          "\u061C",
          "\u200B",
          "\u200C",
          "\u200D",
          "\u2060",
          "\uFEFF",
          "\u00AD",
          "\u034F",
          "\u3164",
          "\u0301",
          "\u064E",
          "\u0651",
          "\u0640",
          "\u20E3",
          "\u0903",
          "\uFE70",
          "\uFE0F",
          "\uE000",
          "\uFFFE",
          "\uFFFF",
          "\uFDD0",
          "\uFFFD",
          "😂",
          "👩‍👧",
          "🇲🇦",
          "👍🏿",
          "1\uFE0F\u20E3",
          "\u2028",
          "\u00A0",
          "\r\n",
          "\n",
          "\t",
          " ",
          "_",
          "\"",
          "\\",
          "[",
          "}",
          "<",
          "*",
          "٣",
          "9",
          "…",
          "!",
          ". ");

  private final Random random;

  public AnyText(long seed) {
    random = new Random(seed);
  }

  /** Holds a property against some hundred texts; a failure says for which. */
  public static void forEach(long seed, int texts, Consumer<String> property) {
    AnyText any = new AnyText(seed);
    for (int i = 0; i < texts; i++) {
      String text = any.next();
      try {
        property.accept(text);
      } catch (Throwable failure) {
        throw new AssertionError("for the text \"" + escaped(text) + "\"", failure);
      }
    }
  }

  /** A text of up to some forty parts, the empty one included. */
  public String next() {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(random.nextInt(4) == 0 ? 40 : 12);
    for (int i = 0; i < parts; i++) {
      text.append(part());
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private String part() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> word();
      case 2, 3 -> oddity();
      case 4 -> within(word(), oddity());
      case 5 -> oddity().repeat(1 + random.nextInt(20));
      case 6 -> Normalizer.normalize(word(), Normalizer.Form.NFD);
      case 7 -> new String(word().getBytes(StandardCharsets.UTF_8), wrongCharset());
      default -> anyCodeUnits();
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String oddity() {
    return ODDITIES.get(random.nextInt(ODDITIES.size()));
  }

  private String within(String word, String inside) {
    int at = random.nextInt(word.length() + 1);
    return word.substring(0, at) + inside + word.substring(at);
  }

  private Charset wrongCharset() {
    return random.nextBoolean() ? StandardCharsets.ISO_8859_1 : Charset.forName("windows-1252");
  }

  private String anyCodeUnits() {
    StringBuilder units = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      units.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x700));
    }
    return units.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(
          c >= ' ' && c <= '~' && c != '"' && c != '\\'
              ? Character.toString(c)
              : String.format("\\u%04X", (int) c));
    }
    return escaped.toString();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Month names of Moroccan outlets: Moroccan, eastern and Levantine Arabic, French, Spanish, English
 * and German, whole or abbreviated, with or without accents.
 */
final class MonthNames {
  /** One line a month, from January. */
  private static final String[] NAMES = {
    "يناير جانفي janvier janv enero january jan januar janner jaenner",
    "فبراير فيفري fevrier fevr fev febrero february feb februar",
    "مارس mars marzo march mar marz maerz",
    "ابريل نيسان avril avr abril april apr abr",
    "ماي مايو mai mayo may",
    "يونيو يونيه juin junio june jun juni",
    "يوليوز يوليو يوليه juillet juil julio july jul juli",
    "غشت اغسطس aout agosto august aug ago",
    "شتنبر سبتمبر septembre sept septiembre september sep",
    "اكتوبر octobre octubre october oct oktober okt",
    "نونبر نوفمبر novembre noviembre november nov",
    "دجنبر ديسمبر decembre diciembre december dec dic dezember dez"
  };

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    for (int month = 0; month < NAMES.length; month++) {
      for (String name : NAMES[month].split(" ")) {
        MONTHS.put(name, month + 1);
      }
    }
  }

  private MonthNames() {}

  /** 1 to 12; null for any other word. */
  static @Nullable Integer of(String name) {
    // Decomposed, accents are marks of their own, and so is the hamza of an Arabic alif.
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return MONTHS.get(bare);
  }
}

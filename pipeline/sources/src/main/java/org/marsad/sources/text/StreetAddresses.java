// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds where somebody lives: a street together with the number of a house, in French, Spanish,
 * English and Arabic. A street alone is where things happen, and stays.
 */
final class StreetAddresses {
  /** No year; four digits are one more often than a house. */
  private static final String HOUSE = "[0-9٠-٩]{1,3}(?![\\p{N}])";

  /** One to four words of which each begins with a capital, articles and the like between them. */
  private static final String NAME =
      "(?:(?:de|du|des|del|la|las|los|le|les|el|al|ibn|d['’]|l['’])"
          + " ?){0,3}\\p{Lu}[\\p{L}'’-]{0,40}(?: (?:(?:de|du|la|el|al|ibn|ben)"
          + " )?\\p{Lu}[\\p{L}'’-]{0,40}){0,3}";

  private static final String ROMANCE =
      "(?:[Rr]ue|RUE|[Aa]venue|AVENUE|[Aa]v\\.|[Bb]oulevard|BOULEVARD|[Bb]d\\.?|[Ii]mpasse|[Aa]llée"
          + "|[Dd]erb|[Zz]an[qk]at|[Ll]otissement|[Rr]ésidence|[Cc]alle|[Aa]venida|[Pp]aseo)";

  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,-])(?:[Nn][°º] ?)?"
              + HOUSE
              + "(?: ?(?:bis|ter))?,? "
              + ROMANCE
              + " "
              + NAME);

  private static final Pattern NUMBER_LAST =
      Pattern.compile(
          "(?<!\\p{L})"
              + ROMANCE
              + " "
              + NAME
              + ",? (?:[Nn](?:[°º.]|úm\\.|úmero|uméro)? ?)?"
              + HOUSE);

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,-])"
              + HOUSE
              + ",? (?:\\p{Lu}[\\p{L}'’-]{0,40}"
              + " ){1,3}(?:Street|Road|Avenue|Boulevard|Lane)(?!\\p{L})");

  private static final String ARABIC_STREET = "(?<!\\p{L})(?:شارع|زنقة|درب|زقاق|حي|إقامة|تجزئة)";

  private static final Pattern ARABIC =
      Pattern.compile(
          ARABIC_STREET
              + "(?: \\p{L}{1,40}){1,4}[،,]? ?(?:رقم|عمارة|شقة) ?"
              + HOUSE
              + "|(?<!\\p{L})رقم "
              + HOUSE
              + "[،,]? "
              + ARABIC_STREET
              + "(?: \\p{L}{1,40}){1,2}");

  private static final List<Pattern> FORMS = List.of(NUMBER_FIRST, NUMBER_LAST, ENGLISH, ARABIC);

  private StreetAddresses() {}

  static String masked(String text) {
    String masked = text;
    for (Pattern form : FORMS) {
      masked = form.matcher(masked).replaceAll("<address>");
    }
    return masked;
  }
}

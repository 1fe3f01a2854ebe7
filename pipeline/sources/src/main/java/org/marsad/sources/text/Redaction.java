// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.util.regex.Pattern;

/**
 * Masks what names a private person: handles become {@code @user}, e-mail addresses (spelt out
 * ones, too) {@code <email>}, what follows a social network's name in a link {@code <profile>}, and
 * phone numbers {@code <phone>}, in Western and Arabic-Indic digits. Dates, years, prices and plain
 * large numbers stay, for a phone number is known here by its grouping, its international prefix or
 * the word before it. Applying it twice changes nothing.
 */
public final class Redaction {
  /** Of the shortest number that is masked. */
  private static final int FEWEST_DIGITS = 7;

  /** From one digit to the next, separators included; no pattern below allows more. */
  private static final int WIDEST_GAP = 3;

  private static final String DIGIT = "[0-9٠-٩۰-۹]";
  private static final String ZERO = "[0٠۰]";
  private static final String PAIR = DIGIT + DIGIT;

  /** Bounded everywhere, so that no input makes the search more than linear. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+@-])[\\p{L}\\p{N}._%+-]{1,64}+@"
              + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}");

  private static final Pattern SPELT_EMAIL =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+ ?[(\\[{] ?(?:at|arobase|arroba|@) ?[)\\]}] ?"
              + "[\\p{L}\\p{N}-]{1,63}(?: ?(?:\\.|[(\\[{] ?(?:dot|point|punto|\\.) ?[)\\]}]) ?[\\p{L}\\p{N}-]{2,63}){1,5}");

  /** Paths that lead to a post, a group or a subject, and so to no one person. */
  private static final String NO_PROFILE =
      "(?!(?:p|reel|reels|watch|groups|hashtag|explore|search|share|sharer|i|intent|events|story\\.php"
          + "|permalink\\.php|photo\\.php|sharer\\.php)(?:[/?#]|$))";

  private static final Pattern PROFILE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}-])((?:facebook|fb|twitter|x|instagram|tiktok|threads|snapchat|linkedin|t|telegram"
              + "|wa|bsky)\\.(?:com|net|me|app)/(?:in/|add/|profile/)?)"
              + NO_PROFILE
              + "[\\p{L}\\p{N}_.@%][^\\s<>\"'«»)\\]]{0,500}");

  private static final Pattern REDDIT_USER =
      Pattern.compile("(?<![\\p{L}\\p{N}])(u(?:ser)?/)[A-Za-z0-9_-]{3,20}(?![A-Za-z0-9_-])");

  private static final Pattern HANDLE =
      Pattern.compile(
          "[@＠][\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]{0,63}"
              + "(?:@[\\p{L}\\p{N}.-]{1,100})?(?<![.-])");

  private static final Pattern INTERNATIONAL =
      Pattern.compile(
          "(?<![\\p{N}+])(?:\\+|"
              + ZERO
              + "{2}(?=[ .-]?[1-9١-٩۱-۹]))[ .-]?"
              + DIGIT
              + "{1,3}(?:[ .()-]{0,2}"
              + DIGIT
              + "){8,12}(?!\\p{N})");

  /** Morocco's code without a prefix, as links to messengers write it. */
  private static final Pattern MOROCCAN =
      Pattern.compile(
          "(?<![\\p{N}+.,])[2٢][1١][2٢][ .-]?[5-8٥-٨](?:[ .-]?" + DIGIT + "){8}(?!\\p{N})");

  private static final Pattern NATIONAL =
      Pattern.compile(
          "(?<![\\p{N}+.,/-])"
              + ZERO
              + "[1-9١-٩۱-۹](?:"
              + DIGIT
              + "{8}|([ ./-])"
              + PAIR
              + "(?:\\1"
              + PAIR
              + "){3}|"
              + PAIR
              + "[ .-](?:"
              + DIGIT
              + "{6}|"
              + DIGIT
              + "{3}[ .-]"
              + DIGIT
              + "{3}|"
              + PAIR
              + "[ .-]"
              + PAIR
              + "[ .-]"
              + PAIR
              + "))(?!\\p{N})");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?iu)((?<!\\p{L})(?:t[ée]l(?:[ée]phone|[ée]fono)?|phone|mobile?|m[óo]vil|gsm|fax|whats ?app"
              + "|(?:ال)?هاتف|(?:ال)?واتساب|(?:ال)?نمرة)[\\s.:/n°-]{1,4})"
              + DIGIT
              + "(?:[ .()-]{0,2}"
              + DIGIT
              + "){6,13}(?!\\p{N})");

  private Redaction() {}

  public static String of(String text) {
    String masked = text;
    boolean addressed = masked.indexOf('@') >= 0 || masked.indexOf('＠') >= 0;
    if (addressed) {
      masked = EMAIL.matcher(masked).replaceAll("<email>");
    }
    if (masked.indexOf('(') >= 0 || masked.indexOf('[') >= 0 || masked.indexOf('{') >= 0) {
      masked = SPELT_EMAIL.matcher(masked).replaceAll("<email>");
    }
    if (masked.indexOf('/') >= 0) {
      masked = PROFILE.matcher(masked).replaceAll("$1<profile>");
      masked = REDDIT_USER.matcher(masked).replaceAll("$1<profile>");
    }
    if (addressed) {
      masked = HANDLE.matcher(masked).replaceAll("@user");
    }
    if (!mayHoldNumber(masked)) {
      return masked;
    }
    masked = INTERNATIONAL.matcher(masked).replaceAll("<phone>");
    masked = MOROCCAN.matcher(masked).replaceAll("<phone>");
    masked = NATIONAL.matcher(masked).replaceAll("<phone>");
    return ANNOUNCED.matcher(masked).replaceAll("$1<phone>");
  }

  /**
   * Most texts have no digits close enough for a phone number, and looking is cheaper than
   * matching.
   */
  private static boolean mayHoldNumber(String text) {
    int[] last = new int[FEWEST_DIGITS];
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        continue;
      }
      int slot = digits++ % FEWEST_DIGITS;
      last[slot] = i;
      if (digits >= FEWEST_DIGITS
          && i - last[(slot + 1) % FEWEST_DIGITS] <= WIDEST_GAP * FEWEST_DIGITS) {
        return true;
      }
    }
    return false;
  }
}

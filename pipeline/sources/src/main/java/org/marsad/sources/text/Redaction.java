// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.util.regex.Pattern;

/**
 * Masks what names a private person: handles become {@code @user}, e-mail addresses (spelt out
 * ones, too) {@code <email>}, what follows a social network's name in a link {@code <profile>}, and
 * phone numbers {@code <phone>}, in Western and Arabic-Indic digits. Dates, years, prices and plain
 * large numbers stay, for a phone number is known here by its grouping, its international prefix or
 * the word before it. Where somebody lives, a street with the number of a house, becomes {@code
 * <address>} (see {@link StreetAddresses}); a street alone stays. Applying it twice changes
 * nothing.
 */
public final class Redaction {
  /** Of the shortest number that is masked. */
  private static final int FEWEST_DIGITS = 7;

  /** From one digit to the next, separators included; no pattern below allows more. */
  private static final int WIDEST_GAP = 3;

  /** What people put between the digits of a number, hyphens and spaces of any width. */
  private static final String GAPS = " .\\u00A0\\u2007\\u2009\\u202F\\u2010-\\u2013-";

  private static final String GAP = "[" + GAPS + "]";
  private static final String DIGIT = "[0-9٠-٩۰-۹]";
  private static final String ZERO = "[0٠۰]";
  private static final String PAIR = DIGIT + DIGIT;

  /** Bounded everywhere, so that no input makes the search more than linear. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+@-])[\\p{L}\\p{N}._%+-]{1,64}+@"
              + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}");

  /** As links have it. */
  private static final Pattern ENCODED_EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._+-])[\\p{L}\\p{N}._+-]{1,64}+%40"
              + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}");

  private static final Pattern SPOKEN_EMAIL =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+ (?:at|arobase|arroba) "
              + "[\\p{L}\\p{N}-]{2,63} (?:dot|point|punto) \\p{L}{2,6}(?!\\p{L})");

  private static final Pattern SPELT_EMAIL =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+ ?[(\\[{]"
              + " ?(?:at|arobase|arroba|@) ?[)\\]}] ?[\\p{L}\\p{N}-]{1,63}(?: ?(?:\\.|[(\\[{]"
              + " ?(?:dot|point|punto|\\.) ?[)\\]}]) ?[\\p{L}\\p{N}-]{2,63}){1,5}");

  /** Paths that lead to a post, a group or a subject, and so to no one person. */
  private static final String NO_PROFILE =
      "(?!(?:p|reel|reels|watch|groups|hashtag|explore|search|share|sharer|i|intent|events|story\\.php"
          + "|permalink\\.php|photo\\.php|sharer\\.php)(?:[/?#]|$))";

  private static final Pattern PROFILE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}-])((?:(?:facebook|fb|twitter|x|instagram|tiktok|threads|snapchat|linkedin|t|telegram"
              + "|wa|m|bsky)\\.(?:com|net|me|app)/|youtube\\.com/(?:c|user|channel)/)(?:in/|add/|profile/)?)"
              + NO_PROFILE
              + "[\\p{L}\\p{N}_.@%][^\\s<>\"'«»)\\]]{0,500}");

  private static final Pattern REDDIT_USER =
      Pattern.compile("(?<![\\p{L}\\p{N}])(u(?:ser)?/)[A-Za-z0-9_-]{3,20}(?![A-Za-z0-9_-])");

  private static final Pattern BLUESKY_NAME =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}_.@-])[a-z0-9-]{1,63}\\.bsky\\.social(?![\\p{L}\\p{N}])");

  /** Behind the network's name; with a mark or a digit in it, as no word has. */
  private static final Pattern ANNOUNCED_NAME =
      Pattern.compile(
          "(?iu)(?<!\\p{L})((?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|t[ée]l[ée]gram|twitter)"
              + " ?[:：] ?)(?=[\\p{N}._]{0,30}\\p{L})(?=[\\p{L}]{0,30}[\\p{N}._][\\p{L}\\p{N}])"
              + "[\\p{L}\\p{N}._]{3,30}");

  private static final Pattern ADDRESSED = Pattern.compile("[@＠﹫]|%40");
  private static final String AT = "(?:[@＠﹫]|%40)";

  /** Marks that are not seen, and would part a number or a handle. */
  private static final Pattern HIDDEN_MARKS =
      Pattern.compile(
          "(?<=[\\p{N}@＠﹫])[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069]{1,20}"
              + "(?=[\\p{L}\\p{N}_])");

  private static final Pattern HANDLE =
      Pattern.compile(
          AT
              + "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]{0,63}"
              + "(?:@[\\p{L}\\p{N}.-]{1,100})?(?<![.-])");

  private static final Pattern INTERNATIONAL =
      Pattern.compile(
          "(?<![\\p{N}+])(?:\\+|"
              + ZERO
              + "{2}(?="
              + GAP
              + "?[1-9١-٩۱-۹]))"
              + GAP
              + "?"
              + DIGIT
              + "{1,3}(?:[()"
              + GAPS
              + "]{0,2}"
              + DIGIT
              + "){8,12}(?!\\p{N})");

  /** Morocco's code without a prefix, as links to messengers write it. */
  private static final Pattern MOROCCAN =
      Pattern.compile(
          "(?<![\\p{N}+.,])[2٢][1١][2٢]"
              + GAP
              + "?[5-8٥-٨](?:"
              + GAP
              + "?"
              + DIGIT
              + "){8}(?!\\p{N})");

  /** Each digit for itself; a row of figures seldom has just ten, and begins like a number. */
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<!\\p{N} ?)(?<![+.,/-])" + ZERO + " [5-8٥-٨](?: " + DIGIT + "){8}(?! ?\\p{N})");

  private static final Pattern NATIONAL =
      Pattern.compile(
          "(?<![\\p{N}+.,/-])"
              + ZERO
              + "[1-9١-٩۱-۹](?:"
              + DIGIT
              + "{8}|([/"
              + GAPS
              + "])"
              + PAIR
              + "(?:\\1"
              + PAIR
              + "){3}|"
              + PAIR
              + GAP
              + "(?:"
              + DIGIT
              + "{6}|"
              + DIGIT
              + "{3}"
              + GAP
              + DIGIT
              + "{3}|"
              + PAIR
              + GAP
              + PAIR
              + GAP
              + PAIR
              + "))(?!\\p{N})");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?iu)((?<!\\p{L})(?:t[ée]l(?:[ée]phone|[ée]fono)?|phone|mobile?|m[óo]vil|gsm|fax|whats"
              + " ?app|(?:ال)?هاتف|(?:ال)?واتساب|(?:ال)?نمرة)[\\s.:/n°-]{1,4})"
              + DIGIT
              + "(?:[ .()-]{0,2}"
              + DIGIT
              + "){6,13}(?!\\p{N})");

  private Redaction() {}

  public static String of(String text) {
    String masked = HIDDEN_MARKS.matcher(text).replaceAll("");
    boolean addressed = ADDRESSED.matcher(masked).find();
    if (addressed) {
      masked = EMAIL.matcher(masked).replaceAll("<email>");
      masked = ENCODED_EMAIL.matcher(masked).replaceAll("<email>");
    }
    masked = SPOKEN_EMAIL.matcher(masked).replaceAll("<email>");
    if (masked.indexOf('(') >= 0 || masked.indexOf('[') >= 0 || masked.indexOf('{') >= 0) {
      masked = SPELT_EMAIL.matcher(masked).replaceAll("<email>");
    }
    if (masked.indexOf('/') >= 0) {
      masked = PROFILE.matcher(masked).replaceAll("$1<profile>");
      masked = REDDIT_USER.matcher(masked).replaceAll("$1<profile>");
    }
    if (masked.contains(".bsky.")) {
      masked = BLUESKY_NAME.matcher(masked).replaceAll("<profile>");
    }
    masked = ANNOUNCED_NAME.matcher(masked).replaceAll("$1<profile>");
    if (addressed) {
      masked = HANDLE.matcher(masked).replaceAll("@user");
    }
    masked = StreetAddresses.masked(masked);
    if (!mayHoldNumber(masked)) {
      return masked;
    }
    masked = INTERNATIONAL.matcher(masked).replaceAll("<phone>");
    masked = MOROCCAN.matcher(masked).replaceAll("<phone>");
    masked = NATIONAL.matcher(masked).replaceAll("<phone>");
    masked = SPACED.matcher(masked).replaceAll("<phone>");
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

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up personal data, as people write it, each with the part that must not be found again
 * anywhere. Numbers have repeated digits that no telephone has, names and hosts are invented.
 */
final class Plants {
  /** The last eight digits of each telephone number. */
  private static final int FIRST_NUMBER = 11_111_117;

  private static final int LAST_NUMBER = 11_111_130;

  private Plants() {}

  /**
   * @param written within a text
   * @param secret what must be gone
   */
  record Plant(String written, String secret) {}

  /** Of private persons; every raw record has them where it names its author. */
  static final String NAME = "Zqname Zqperson";

  static final String HANDLE = "zqhandle_author";
  static final String AVATAR = "https://cdn.zqavatar.example/zqface.jpg";
  static final String PROFILE = "https://www.facebook.com/zqprofile.person";

  static final List<Plant> IN_TEXT =
      List.of(
          new Plant("@zqmention_one", "zqmention_one"),
          new Plant("＠zqmention_wide", "zqmention_wide"),
          new Plant("﹫zqmention_small", "zqmention_small"),
          new Plant("\u200F@\u200Ezqmention_marked", "zqmention_marked"),
          new Plant("@شخص_مخفي_تماما", "شخص_مخفي_تماما"),
          new Plant("@zqfedi@instance.example", "zqfedi"),
          new Plant("zqblue.bsky.social", "zqblue"),
          new Plant("https://bsky.app/profile/zqblue2.example", "zqblue2"),
          new Plant("insta: zq_insta.99", "zq_insta.99"),
          new Plant("u/zqredditor", "zqredditor"),
          new Plant("06 11 11 11 17", "11 11 11 17"),
          new Plant("0611111118", "11111118"),
          new Plant("06\u00A011\u00A011\u00A011\u00A019", "11\u00A011\u00A019"),
          new Plant("06\u201111\u201111\u201111\u201120", "11\u201111\u201120"),
          new Plant("0\u200B611\u200B111\u200B121", "111\u200B121"),
          new Plant("0 6 1 1 1 1 1 1 2 2", "1 1 1 1 2 2"),
          new Plant("+212 6 11 11 11 23", "11 11 11 23"),
          new Plant("٠٦ ١١ ١١ ١١ ٢٤", "١١ ١١ ١١ ٢٤"),
          new Plant("https://wa.me/212611111125", "611111125"),
          new Plant("zq.mail@mail.example", "zq.mail"),
          new Plant("zqmail2 (at) mail (dot) example", "zqmail2"),
          new Plant("zqmail3 arobase mail point com", "zqmail3"),
          new Plant("mailto:zqmail4%40mail.example", "zqmail4"),
          new Plant(PROFILE, "zqprofile"),
          new Plant("https://m.facebook.com/profile.php?id=100011111111126", "100011111111126"),
          new Plant("https://www.tiktok.com/@zqtok/video/71", "zqtok"),
          new Plant("https://x.com/zqxuser/status/72", "zqxuser"),
          new Plant("https://www.youtube.com/@zqtube", "zqtube"),
          new Plant("https://m.me/zqmessenger", "zqmessenger"),
          new Plant("https://www.linkedin.com/in/zqlinked", "zqlinked"),
          new Plant("habite au 27, rue Zqvoie Inventée", "Zqvoie"),
          new Plant("lives at 28 Zqroad Street", "Zqroad"),
          new Plant("vive en la calle Zqcalle, nº 29", "Zqcalle"),
          new Plant("يسكن في شارع الزقزاق المخترع رقم 31", "الزقزاق"));

  /** As markup hides it from whoever looks only at its source. */
  static final List<Plant> IN_MARKUP =
      List.of(
          new Plant("&#64;zqentity_one", "zqentity_one"),
          new Plant("&commat;zqentity_two", "zqentity_two"),
          new Plant("@<b>zqbold_one</b>", "zqbold_one"),
          new Plant("06&nbsp;11&nbsp;11&nbsp;11&nbsp;27", "11\u00A011\u00A027"),
          new Plant("06<wbr>11<wbr>11<wbr>11<wbr>28", "11111128"),
          new Plant("06&shy;11&shy;11&shy;11&shy;29", "11\u00AD11\u00AD29"),
          new Plant("<a href=\"tel:+212611111130\">un lien</a>", "611111130"),
          new Plant("zqmail5&#64;mail.example", "zqmail5"),
          new Plant("<a href=\"mailto:zqmail6@mail.example\">un lien</a>", "zqmail6"),
          new Plant("<a href=\"https://www.facebook.com/zqlink.person\">un lien</a>", "zqlink"));

  /** What articles and laws are full of, and what a reader needs: it must stay as it is. */
  static final List<String> HARMLESS =
      List.of(
          "loi 02-03 du 11 novembre 2003",
          "le dahir n° 1-03-196",
          "article 42 de la loi 26-14",
          "30 000 dirhams",
          "12.500.000 euros",
          "de 2013 à 2026",
          "1 200 personnes",
          "le 20/07/2026 à 14:30",
          "القانون رقم 02.03",
          "سنة 2026",
          "la rue gronde",
          "en 2026 rue après rue",
          "شارع الحسن الثاني",
          "the 28 people",
          "point de passage");

  /** All of them, one after another, as one person's text. */
  static String text() {
    return "des mots avant "
        + IN_TEXT.stream().map(Plant::written).collect(Collectors.joining(" ; "))
        + " ; "
        + String.join(" ; ", HARMLESS)
        + " des mots après";
  }

  /** All that markup hides, as one person's text. */
  static String markup() {
    return IN_MARKUP.stream().map(Plant::written).collect(Collectors.joining(" ; "));
  }

  /** Those of the secrets that are in here, whatever their case. */
  static List<String> in(String stored) {
    String lower = stored.toLowerCase(Locale.ROOT);
    return Stream.of(
            Stream.of(NAME, HANDLE, AVATAR, "zqface", "zqprofile"),
            Stream.concat(IN_TEXT.stream(), IN_MARKUP.stream()).map(Plant::secret),
            // Numbers with whatever stands between their digits.
            IntStream.rangeClosed(FIRST_NUMBER, LAST_NUMBER).mapToObj(String::valueOf))
        .flatMap(secrets -> secrets)
        .distinct()
        .filter(
            secret ->
                lower.contains(secret.toLowerCase(Locale.ROOT))
                    || digits(secret) && onlyDigits(lower).contains(secret))
        .toList();
  }

  private static boolean digits(String secret) {
    return secret.chars().allMatch(Character::isDigit);
  }

  /** Hashes and identifiers are left out: by chance they hold any six digits. */
  private static String onlyDigits(String text) {
    return text.replaceAll("[0-9a-f]{16,}", "")
        .replaceAll("(?<=\\d)[ \\u00A0\\u00AD\\u2011\\u200B-](?=\\d)", "");
  }
}

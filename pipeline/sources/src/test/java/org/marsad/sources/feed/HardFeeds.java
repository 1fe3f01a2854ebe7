// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import static org.marsad.sources.feed.HardFeed.DATE;
import static org.marsad.sources.feed.HardFeed.END;
import static org.marsad.sources.feed.HardFeed.ITEM_END;
import static org.marsad.sources.feed.HardFeed.PROLOG;
import static org.marsad.sources.feed.HardFeed.TITLE;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every fault of a feed that was met at real outlets, or that an attacker would send. */
public final class HardFeeds {
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  private HardFeeds() {}

  public static List<HardFeed> all() {
    return Stream.of(structure(), characters(), charsets(), dates(), attacks())
        .flatMap(List::stream)
        .toList();
  }

  private static List<HardFeed> structure() {
    return List.of(
        HardFeed.of("text-before-the-prolog", feed -> "<br />\n<b>Warning</b>: include()\n" + feed),
        HardFeed.of("blank-before-the-prolog", feed -> "\n\n" + feed),
        HardFeed.of("no-prolog", replacing(PROLOG, "")),
        HardFeed.of("unbound-media-prefix", inItems("<media:thumbnail url=\"x\"/>")),
        HardFeed.of("unbound-unknown-prefix", inItems("<x:y z:a=\"x\"/>")),
        HardFeed.of("no-version", replacing(" version=\"2.0\"", "")),
        HardFeed.of("junk-after-the-end", feed -> feed + "<script>x</script> trailing"),
        HardFeed.of("open-item", feed -> feed.replaceFirst(ITEM_END, "")),
        HardFeed.of("cut-between-items", replacing(END, "")),
        HardFeed.of(
                "cut-in-an-item",
                replacing(END, "<item><title>cut</title><link>https://outlet.example/3"))
            .cutOff(),
        HardFeed.of(
                "cut-in-cdata", replacing(END, "<item><description><![CDATA[<p>and so on and so"))
            .cutOff());
  }

  private static List<HardFeed> characters() {
    return List.of(
        HardFeed.of("vertical-tab", replacing(TITLE, TITLE.replace(" ", "\u000B "))),
        HardFeed.of("vertical-tab-by-number", replacing(TITLE, TITLE.replace(" ", "&#11; "))),
        HardFeed.of("null-character", replacing(TITLE, TITLE.replace(" ", "\u0000 "))),
        HardFeed.of("bare-ampersand", replacing(TITLE, "Thé & café")).titled("Thé & café"),
        HardFeed.of("html-entities", replacing(TITLE, "Th&eacute;&nbsp;&laquo;noir&raquo;"))
            .titled("Thé «noir»"));
  }

  private static List<HardFeed> charsets() {
    UnaryOperator<String> claimsWindows1256 = replacing("UTF-8", "windows-1256");
    return List.of(
        HardFeed.of("prolog-lies", claimsWindows1256)
            .in(StandardCharsets.UTF_8, "text/xml; charset=UTF-8"),
        HardFeed.of("prolog-and-header-lie", claimsWindows1256)
            .in(StandardCharsets.UTF_8, "text/xml; charset=windows-1252"),
        HardFeed.of("windows-1256", claimsWindows1256).in(WINDOWS_1256, "text/xml"),
        HardFeed.of("windows-1256-called-utf-8", claimsWindows1256)
            .in(WINDOWS_1256, "text/xml; charset=utf-8"),
        HardFeed.of("windows-1256-by-header", replacing("UTF-8", "x"))
            .in(WINDOWS_1256, "text/xml; charset=\"windows-1256\""),
        HardFeed.of("utf-16", replacing("UTF-8", "UTF-16")).in(StandardCharsets.UTF_16, "text/xml"),
        HardFeed.of("utf-16-little-endian", feed -> "\uFEFF" + feed)
            .in(StandardCharsets.UTF_16LE, "text/xml; charset=utf-8"),
        HardFeed.of("utf-16-without-mark", replacing("UTF-8", "UTF-16"))
            .in(StandardCharsets.UTF_16LE, "text/xml"));
  }

  private static List<HardFeed> dates() {
    return List.of(
        dated("date-with-a-space", "2026-07-20 14:30:00"),
        dated("date-with-slashes", "20/07/2026 - 14:30"),
        dated("date-with-a-french-day", "lun, 20/07/2026 - 14:30"),
        dated("date-in-microseconds", "2026-07-20T13:30:00.987654Z"),
        dated("french-date", "20 juillet 2026 14:30"),
        dated("french-date-in-words", "lundi 20 juillet 2026 à 14h30"),
        dated("french-date-abbreviated", "Lun, 20 Juil 2026 14:30:00 +0100"),
        dated("french-august", "1er août 2026 14:30").published("2026-08-01T13:30:00Z"),
        dated("french-december", "24 décembre 2025 14:30").published("2025-12-24T13:30:00Z"),
        dated("french-date-in-ramadan", "10 mars 2026 14:30").published("2026-03-10T14:30:00Z"),
        dated("arabic-july", "الإثنين 20 يوليوز 2026 - 14:30"),
        dated("arabic-august", "20 غشت 2026 14:30").published("2026-08-20T13:30:00Z"),
        dated("arabic-september", "20 شتنبر 2026 14:30").published("2026-09-20T13:30:00Z"),
        dated("arabic-november", "20 نونبر 2025 14:30").published("2025-11-20T13:30:00Z"),
        dated("arabic-december", "20 دجنبر 2025 14:30").published("2025-12-20T13:30:00Z"),
        dated("arabic-digits", "٢٠ يوليوز ٢٠٢٦ - ١٤:٣٠"));
  }

  private static HardFeed dated(String name, String date) {
    // Only the first item's: the second shows that the others keep theirs.
    return HardFeed.of(
        name,
        feed -> {
          int first = feed.indexOf(DATE);
          return feed.substring(0, first) + date + feed.substring(first + DATE.length());
        });
  }

  private static List<HardFeed> attacks() {
    return List.of(
        HardFeed.of("doctype", declaring("rss PUBLIC \"-//x//DTD\" \"http://x.example/x.dtd\"")),
        HardFeed.of(
                "external-entity",
                declaring("rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]")
                        .andThen(feed -> feed.replace(TITLE, "[&x;]"))
                    ::apply)
            .titled("[&x;]"),
        HardFeed.of("billion-laughs", HardFeeds::laughing).titled("&l9;"),
        HardFeed.of(
            "bottomless",
            inItems(
                "<description>" + "<x>".repeat(5_000) + "</x>".repeat(5_000) + "</description>")));
  }

  private static String laughing(String feed) {
    StringBuilder entities = new StringBuilder("rss [<!ENTITY l0 \"ha\">");
    for (int level = 1; level <= 9; level++) {
      String tenfold = "&l%d;".formatted(level - 1).repeat(10);
      entities.append("<!ENTITY l%d \"%s\">".formatted(level, tenfold));
    }
    return declaring(entities + "]").apply(feed).replace(TITLE, "&l9;");
  }

  private static UnaryOperator<String> declaring(String doctype) {
    return replacing(PROLOG, PROLOG + "<!DOCTYPE " + doctype + ">");
  }

  private static UnaryOperator<String> inItems(String element) {
    return replacing(ITEM_END, element + ITEM_END);
  }

  private static UnaryOperator<String> replacing(String part, String by) {
    return feed -> feed.replace(part, by);
  }
}

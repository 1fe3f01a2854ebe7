// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.CleanText;

/** Who wrote an article, as its page names them, without "by" and without the date behind. */
final class Bylines {
  private static final int LONGEST = 120;
  private static final int LONGEST_IN_LINE = 60;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:propos recueillis par|(?:écrit|rédigé|publiée?|posté) par"
              + "|(?:publicado|escrito) por|(?:written|posted|published) by|par|por|by|von"
              + "|aut(?:or|eur|hor)\\s*:|بقلم|حاوره|حاورها|أجر[ىت] الحوار|إعداد|كتبت|كتب بواسطة|كتبها?|بواسطة|نشره|أضافه|أعده)(?!\\p{L})"
              + "\\s*:?\\s*");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?iu)\\s*(?:\\s(?:publiée?|mise? à jour|veröffentlicht|publicad[oa]|published|updated|نُ?شر)(?!\\p{L})|[|•·–—]|\\s-\\s(?=.{0,12}\\d)|,\\s*\\d|(?:\\b(?:le|el|on|am)\\s|\\sفي\\s)?\\d|\\sفي\\s).*");

  private static final List<String> STATED =
      List.of(
          "[itemprop=author] [itemprop=name]",
          "[itemprop=author]",
          "[rel=author]",
          ".byline, .author-name, .entry-author, .post-author");

  private static final String NAMED =
      ".author, .auteur, .autor, .nom-auteur, .firma, .signature, .writer, [class*=byline]";

  /** Names of boxes about authors, too. */
  private static final String LIKE_NAMED =
      "[class*=author], [class*=autor], [class*=auteur]," + " [class*=contributor i]";

  private static final Pattern BOX =
      Pattern.compile(
          "(?iu)^(?:about|sobre|à propos|über|عن|more|plus|ver|voir|all|all posts)(?!\\p{L}).*|.*\\.$");

  private Bylines() {}

  /** True for a line that names an author with a label in front. */
  static boolean isByline(String line) {
    return inLine(line) != null;
  }

  static @Nullable String of(
      Document page, MetaElements metas, JsonLd stated, List<String> titleLines) {
    String name = name(stated.text("author"));
    if (name == null) {
      // One by one: outlets put the address of their own profile into some of them.
      for (String key :
          List.of("author", "article:author", "parsely-author", "dc.creator", "byl")) {
        name = name == null ? name(metas.get(key)) : name;
      }
    }
    for (String query : STATED) {
      name = name == null ? inElement(page, query) : name;
    }
    for (String line : titleLines) {
      name = name == null ? inLine(line) : name;
    }
    if (name == null) {
      name = inElement(page, NAMED);
    }
    return name == null ? inElement(page, LIKE_NAMED) : name;
  }

  private static @Nullable String inElement(Document page, String query) {
    for (Element element : page.select(query)) {
      String name = name(BEHIND.matcher(element.text()).replaceFirst(""));
      if (name != null
          && name.length() <= LONGEST_IN_LINE
          && !BOX.matcher(name).matches()
          && !NotArticle.isInComments(element)) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String inLine(String line) {
    Matcher label = LABEL.matcher(line);
    if (!label.find()) {
      return null;
    }
    String name = BEHIND.matcher(line.substring(label.end())).replaceFirst("").strip();
    return name.isEmpty()
            || name.length() > LONGEST_IN_LINE
            || Character.isLowerCase(name.charAt(0))
        ? null
        : name;
  }

  private static @Nullable String name(@Nullable String given) {
    String line =
        given == null ? "" : LABEL.matcher(CleanText.line(given)).replaceFirst("").strip();
    return line.isEmpty()
            || line.length() > LONGEST
            || line.startsWith("http")
            || line.contains("@")
        ? null
        : line;
  }
}

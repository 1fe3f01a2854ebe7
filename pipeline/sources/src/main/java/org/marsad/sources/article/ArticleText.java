// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * An article's text and the method that found it.
 *
 * <p>What the page states of itself in JSON-LD and what its markup shows check each other: stated
 * bodies are cut as often as they are whole, so the markup is believed where it holds the stated
 * text, and the statement where the page's article is not in its markup. Other people's extractors
 * are asked only where the markup gives little; then what two of them agree on is believed.
 *
 * @param method a stable name; see {@link ExtractedArticle}
 */
record ArticleText(String text, String method) {
  /** Below it, a text from the markup may be a notice beside an article that was overlooked. */
  private static final int SURE = 280;

  /** Below it there is no article, whoever found it. */
  private static final int SHORTEST = 60;

  /**
   * In nodes, twice the largest page of an outlet: the other extractors take quadratic time, which
   * this keeps near a second.
   */
  private static final int MOST_NODES = 10_000;

  /** In characters; some of the other extractors hold a page many times over. */
  private static final int LONGEST = 2_000_000;

  private static final double AGREED = 0.5;

  private static final Pattern MISSING =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:(?:error|erreur|خطأ|fehler)[^\\p{L}\\p{N}]*)?404(?=\\s*[-–—|:]\\s*\\D)"
              + "|^[^\\p{L}\\p{N}]*(?:(?:error|erreur|خطأ|fehler)[^\\p{L}\\p{N}]*)?404[^\\p{L}\\p{N}]*$"
              + "|^(?:the )?page (?:was )?not found|^page (?:introuvable|non trouvée)"
              + "|^página no encontrada|^(?:la )?página (?:que busca )?no existe"
              + "|^الصفحة .{0,20}غير موجودة|^(?:die )?seite (?:wurde )?nicht gefunden");

  /** Headings of pages that first ask for consent or a subscription. */
  private static final Pattern WALL =
      Pattern.compile(
          "(?iu)^(?:weiterlesen mit werbung|mit werbung weiterlesen|(?:ihre )?(?:zustimmung|einwilligung)"
              + "|your (?:privacy )?choices|we value your privacy|before you continue"
              + "|votre consentement|le respect de votre vie privée|continuer sans accepter"
              + "|tu privacidad|su privacidad|valoramos (?:tu|su) privacidad|نحن نقدر خصوصيتك)");

  static @Nullable ArticleText choose(
      Document page, String html, PageOutline outline, PageFacts facts) {
    Cards cards = new Cards(outline);
    MainText main = MainText.of(outline, cards, facts.title());
    if (!facts.statesArticle() && (ListPages.is(outline, cards, main.text()) || isNotice(page))) {
      return null;
    }
    ArticleText shown = new ArticleText(main.text(), "dom");
    ArticleText stated = stated(facts);
    if (stated != null && Agreement.contained(stated.text, shown.text) < AGREED) {
      if (2 * stated.text.length() > shown.text.length()) {
        return stated;
      }
    } else if (stated != null || shown.text.length() >= SURE) {
      return shown;
    }
    if (html.length() > LONGEST || isVast(page) || !page.hasText()) {
      return shown.text.length() < SHORTEST ? null : shown;
    }
    main.comments().forEach(Element::remove);
    return amongAll(shown, page.outerHtml(), page.location());
  }

  /** A server's excuse, which some send with status 200, or a wall before the article. */
  private static boolean isNotice(Document page) {
    Element heading = page.selectFirst("h1, h2");
    return MISSING.matcher(page.title()).find()
        || (heading != null
            && (MISSING.matcher(heading.text()).find() || WALL.matcher(heading.text()).find()));
  }

  private static boolean isVast(Document page) {
    int[] nodes = new int[1];
    NodeFilter counting =
        (node, depth) -> ++nodes[0] > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
    return NodeTraversor.filter(counting, page) == FilterResult.STOP;
  }

  private static @Nullable ArticleText stated(PageFacts facts) {
    String body = facts.body() == null ? "" : PlainText.ofFragment(facts.body());
    return body.length() < SHORTEST ? null : new ArticleText(body, "json-ld");
  }

  private static @Nullable ArticleText amongAll(ArticleText shown, String html, String url) {
    List<ArticleText> all = new ArrayList<>();
    all.add(shown);
    all.add(new ArticleText(OtherMethods.readability(html, url), "readability"));
    all.add(new ArticleText(OtherMethods.boilerpipe(html, url), "boilerpipe"));
    all.add(new ArticleText(OtherMethods.paragraphs(html, url), "paragraphs"));
    all.removeIf(found -> found.text.length() < SHORTEST);
    for (ArticleText found : all) {
      for (ArticleText other : all) {
        if (found != other && Agreement.between(found.text, other.text) >= AGREED) {
          return found;
        }
      }
    }
    return all.isEmpty() ? null : all.get(0);
  }
}

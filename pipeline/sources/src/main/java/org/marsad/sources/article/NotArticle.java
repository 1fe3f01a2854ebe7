// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.marsad.sources.article.PageOutline.Part;

/** Tells elements that hold no article by what their authors call them. */
final class NotArticle {
  /** More than any stylesheet needs; the patterns are sought in all of it. */
  private static final int MOST_OF_NAMES = 2_000;

  private static final Set<String> NAMES =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "canvas",
          "select",
          "button",
          "input",
          "textarea",
          "label",
          "nav",
          "footer",
          "menu",
          "dialog",
          "audio",
          "video",
          "map",
          "head",
          "math",
          "ins",
          "applet",
          "amp-ad",
          "amp-consent",
          "amp-user-notification",
          "amp-social-share",
          "amp-sidebar");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "banner",
          "contentinfo",
          "search",
          "menu",
          "menubar",
          "dialog",
          "alertdialog",
          "alert",
          "toolbar",
          "tablist",
          "button");

  private static final List<String> COMPONENTS =
      List.of("data-area", "data-component", "data-testid", "data-block");

  /** Words within a line that only some readers are meant to meet. */
  private static final Pattern UNSEEN =
      Pattern.compile("sr-only|visually-?hidden|screen-reader|mw-editsection");

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

  /** Hardly ever in the name of what holds an article. */
  private static final Pattern STRONG =
      Pattern.compile(
          "related|relacionad|recommend|recomenda|lire-?aussi|voir-?aussi|lea-?tambien|lesen-?sie|mehr-?zum|publicidad|werbung|anzeige"
              + "|fil-?d?-?ariane|hierarchie|(?:^|[\\s_-])migas|brotkr|pathway|compartir|partage|mas-?noticias|otras-?noticias|plus-?lus|mas-?leid|meistgelesen|inscription"
              + "|wp-caption|pub-?inread|latest-?posts|bloc-?auteur|paywall-?(?:box|message|overlay)|footer|cookie|consent|gdpr|breadcrumb|newsletter|subscription-?widget|(?:^|[\\s_-])cmp(?:$|[\\s_-])|outbrain|taboola|sharedaddy"
              + "|addthis|yarpp|news-?ticker|most-?(?:read|viewed|popular)|also-?(?:like|read)"
              + "|read-?(?:more|next|also)|more-(?:stories|news|from|on)|see-?also|author-?(?:bio|box|info)"
              + "|about-?author|tag-?(?:list|s?cloud|links)|post-?nav|next-?(?:post|article)"
              + "|prev-?(?:post|article)|share-?(?:bar|box|tool|this|buttons?|links?)|social-?(?:share|links|icons|bar)");

  /** Now and then in such a name, so that the amount of text decides. */
  private static final Pattern WEAK =
      Pattern.compile(
          "sidebar|side-bar|sharing|social|subscri(?:be|ption)|sign-?up|log-?in|paywall|promo|sponsor"
              + "|advert|banner|masthead|navigation|navbar|pagination|pager|popular|trending"
              + "|(?:post|entry|article)-?meta|meta-?data|byline|dateline|timestamp"
              + "|(?:post|entry|article)-?tags|toolbar|skip-?link|print-?only|screen-?reader"
              + "|visually-?hidden|popup|modal|lightbox|overlay|caption|credit|disclaimer|copyright"
              + "|rating|toc_|datum|fecha|firma|autor(?!i)|auteur|publi(?:$|[\\s_-])|submeta|table-of-contents|playlist|video-?player|widget|hidden-|infobox|teaser|suggest|breaking"
              + "|(?:^|[\\s_-])(?:ads?|shares?|nav|menu|tags?|tools?|meta|top-?bar|rss|follow|buttons?"
              + "|sr|rail|aside|print|tooltip|poll|quiz|bio|toc|topics|hidden|more|next|author|date|time)(?:$|[\\s_-])");

  /** Posts of networks and quotations that the article itself shows. */
  private static final Pattern QUOTED =
      Pattern.compile("tweet|social-?(?:media-?)?embed|pull-?quote");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:comments?|commentaires?|comentarios?|kommentare?|replies|respond|disqus|livefyre)"
              + "|(?:^|[\\s_-])(?:commentators?|reactions|reacciones|opiniones|leserbriefe|avis-?lecteurs|taaliqat)(?:$|[\\s_-])"
              + "|(?:^|\\s)forum(?:$|\\s)|forum-(?:fil|message)"
              + "|comment-?(?:list|section|form|area|body|content|thread|box)"
              + "|disqus_|fb-comments|discussion-?(?:list|thread)|viafoura|coral-|spot-?im",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BODY =
      Pattern.compile(
          "(?:article|artikel|articulo|noticia|news|story|entry|post|detail)-?_*(?:content|contenido|inhalt|body|cuerpo|te?xto?|copy)"
              + "|body-?(?:text|copy)|main-?content|texte?-?(?:article|body)|content-?body|single-?content"
              + "|long-?desc|div-?body");

  /** The first paragraph, set apart; not the teaser of another page. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:teaser|lead|intro|summary)-?(?:te?xt|paragraph)|standfirst|vorspann|chapo|entradilla");

  private NotArticle() {}

  /** What no page uses for its article, or what is never shown. */
  static boolean byName(Element element) {
    return NAMES.contains(element.normalName())
        || element.hasAttr("hidden")
        || ROLES.contains(element.attr("role"))
        || HIDDEN.matcher(element.attr("style")).find()
        || (element.nameIs("span") && UNSEEN.matcher(element.className()).find());
  }

  static boolean isComments(Part part) {
    return isComments(part.element, part.names);
  }

  private static boolean isComments(Element element, String names) {
    return COMMENTS.matcher(names).find()
        || element.attr("itemprop").equalsIgnoreCase("comment")
        || element.attr("itemtype").endsWith("/Comment");
  }

  /** True for what stands among readers' comments. */
  static boolean isInComments(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (!at.nameIs("body") && isComments(at, names(at))) {
        return true;
      }
    }
    return false;
  }

  static boolean isSurely(Part part) {
    return STRONG.matcher(part.names).find();
  }

  static boolean isProbably(Part part) {
    return part.element.nameIs("aside")
        || (WEAK.matcher(part.names).find()
            && !QUOTED.matcher(part.names).find()
            && !LEAD.matcher(part.names).find());
  }

  static boolean isBody(Part part) {
    return part.element.attr("itemprop").equalsIgnoreCase("articleBody")
        || BODY.matcher(part.names).find();
  }

  /** Class, id and what component systems call their parts, in lower case. */
  static String names(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    StringBuilder names = new StringBuilder(element.className()).append(' ').append(element.id());
    for (String attribute : COMPONENTS) {
      String name = element.attr(attribute);
      if (!name.isEmpty()) {
        names.append(' ').append(name);
      }
    }
    names.setLength(Math.min(names.length(), MOST_OF_NAMES));
    return names.toString().toLowerCase(Locale.ROOT);
  }
}

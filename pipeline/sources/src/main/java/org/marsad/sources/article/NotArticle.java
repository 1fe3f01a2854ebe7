// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells elements that hold no article by what their authors call them. */
final class NotArticle {
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

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

  /** Hardly ever in the name of what holds an article. */
  private static final Pattern STRONG =
      Pattern.compile(
          "related|recommend|footer|cookie|consent|gdpr|breadcrumb|newsletter|outbrain|taboola|sharedaddy"
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
              + "|rating|toc_|table-of-contents|playlist|video-?player|widget|hidden-|infobox|teaser|suggest|breaking"
              + "|(?:^|[\\s_-])(?:ads?|shares?|nav|menu|tags?|tools?|meta|top-?bar|rss|follow|buttons?"
              + "|sr|rail|aside|print|tooltip|poll|quiz|bio|topics|hidden|more|next|author|date|time)(?:$|[\\s_-])");

  /** Posts of networks and quotations that the article itself shows. */
  private static final Pattern QUOTED =
      Pattern.compile("tweet|social-?(?:media-?)?embed|pull-?quote");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:comments?|commentaires?|comentarios?|replies|respond|disqus|livefyre)"
              + "|comment-?(?:list|section|form|area|body|content|thread|box)"
              + "|disqus_|fb-comments|discussion-?(?:list|thread)|viafoura|coral-|spot-?im",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BODY =
      Pattern.compile(
          "article-?_*(?:body|text|content)|story-?_*(?:body|text|content)|(?:entry|post)-?_*(?:content|body|text)"
              + "|body-?(?:text|copy)|main-?content|articlebody|texte?-?(?:article|body)|content-?body|single-?content");

  private NotArticle() {}

  /** What no page uses for its article, or what is never shown. */
  static boolean byName(Element element) {
    return NAMES.contains(element.normalName())
        || element.hasAttr("hidden")
        || ROLES.contains(element.attr("role"))
        || HIDDEN.matcher(element.attr("style")).find();
  }

  static boolean isComments(Element element) {
    return COMMENTS.matcher(names(element)).find();
  }

  static boolean isSurely(Element element) {
    return STRONG.matcher(names(element)).find();
  }

  static boolean isProbably(Element element) {
    String names = names(element);
    return element.nameIs("aside") || (WEAK.matcher(names).find() && !QUOTED.matcher(names).find());
  }

  static boolean isBody(Element element) {
    return element.attr("itemprop").equalsIgnoreCase("articleBody")
        || BODY.matcher(names(element)).find();
  }

  private static String names(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }
}

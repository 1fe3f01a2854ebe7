// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

/** An outlet's page with people in its comments, its attributes and its quoted posts. */
final class PlantedPage {
  private PlantedPage() {}

  /**
   * @param address of the page, as it says itself
   * @param text the article's, and a reader's
   */
  static String html(String address, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return """
    <!doctype html>
    <html lang="fr"><head><title>Titre de @zqmention_one</title>
    <link rel="canonical" href="%1$s">
    <meta property="og:title" content="Titre de @zqmention_one">
    <meta name="twitter:creator" content="@zqmention_one">
    <meta property="article:author" content="%2$s">
    <meta property="article:section" content="@zqmention_one">
    </head><body><article data-user="%3$s"><h1>Titre de @zqmention_one</h1>
    <img src="%4$s" alt="%5$s"><p>%6$s</p><p>%7$s</p>
    <blockquote class="twitter-tweet"><a href="https://x.com/zqxuser/status/5">lien</a>
    </blockquote></article>
    <section id="comments" class="comments"><ol class="comment-list">
    <li class="comment" id="comment-77"><img class="avatar" src="%4$s">
    <cite class="fn"><a href="%2$s">%5$s</a></cite>
    <div class="comment-content"><p>%6$s</p>%8$s</div></li>
    </ol></section></body></html>
    """
        .formatted(
            address,
            Plants.PROFILE,
            Plants.HANDLE,
            Plants.AVATAR,
            Plants.NAME,
            escaped,
            "Une phrase de l'article. ".repeat(40),
            Plants.markup());
  }
}

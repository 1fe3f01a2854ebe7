// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.marsad.sources.catalogue.CommentMarkup;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.text.CharsetDetection;

/**
 * By what a changed page is recognised: 32 bits of its title, headline and paragraphs. So neither a
 * new advertisement nor a new link to another article looks like an edit; whether what remains is
 * one, the extracted text decides further on.
 */
final class PagePrint {
  /** With less in paragraphs, the page has its text elsewhere. */
  private static final int LEAST = 200;

  private PagePrint() {}

  static int of(OutletFeed feed, Fetched page) {
    String html = CharsetDetection.decode(page.body(), page.contentType()).text();
    Document document = Jsoup.parse(html);
    CommentMarkup comments = CommentMarkup.of(feed);
    if (comments != null) {
      document.select(comments.item()).remove();
    }
    String paragraphs = String.join("\n", document.select("h1, p").eachText());
    String text = paragraphs.length() < LEAST ? document.text() : paragraphs;
    return (document.title() + "\n" + text).hashCode();
  }
}

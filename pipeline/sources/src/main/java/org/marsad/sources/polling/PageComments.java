// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.article.DocumentIdentity;
import org.marsad.sources.catalogue.CommentMarkup;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CharsetDetection;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/**
 * The readers' comments within an article's page, of outlets whose markup the catalogue tells, as
 * often as the page is visited (see {@link Revisit}). That one is missing proves nothing: pages
 * show the newest, or the best. The names of commenters end here.
 */
final class PageComments {
  /** Of one page. */
  static final int MOST = 1_000;

  private final Pseudonyms pseudonyms;

  PageComments(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** None where the outlet has no such setting. */
  List<Intake> of(OutletFeed feed, Fetched page, Instant captured) {
    CommentMarkup markup = CommentMarkup.of(feed);
    if (markup == null) {
      return List.of();
    }
    String html = CharsetDetection.decode(page.body(), page.contentType()).text();
    Document parsed = Jsoup.parse(html, page.uri().toString());
    String article = DocumentIdentity.urlOf(parsed, page.uri().toString());
    List<Element> items = parsed.select(markup.item());
    List<Intake> comments = new ArrayList<>();
    int empty = 0;
    for (Element item : items.subList(0, Math.min(items.size(), MOST))) {
      Element text = own(item, markup.text(), markup);
      if (text == null || text.text().isBlank()) {
        empty++;
      } else {
        comments.add(Intake.of(comment(feed, markup, item, text, article, captured)));
      }
    }
    if (empty > 0) {
      comments.add(
          left(
              feed,
              "comment-without-text",
              empty + " comments of the page have no text; check comments.text in the catalogue",
              article,
              captured));
    }
    if (items.size() > MOST) {
      comments.add(
          left(
              feed,
              "too-many-comments",
              "the page has " + items.size() + " comments; the first " + MOST + " were read",
              article,
              captured));
    }
    return comments;
  }

  private RawDocument comment(
      OutletFeed feed,
      CommentMarkup markup,
      Element item,
      Element text,
      String article,
      Instant captured) {
    String id = markup.id() == null ? "" : item.attr(markup.id()).strip();
    String link =
        id.isEmpty() ? article : article + "#" + (id.matches("\\d+") ? "comment-" : "") + id;
    Dated date = date(item, markup, captured);
    boolean named = CanonicalUrl.namesComment(link);
    Element author = markup.author() == null ? null : own(item, markup.author(), markup);
    String name = author == null ? "" : author.text().strip();
    return RawDocument.builder(
            feed.outletId(), DocumentKind.COMMENT, captured, named ? link : article)
        .nativeId(id.isEmpty() ? null : id)
        .url(named ? link : null)
        .parentUrl(article)
        .text(text.wholeText().strip())
        .author(name.isEmpty() ? null : pseudonyms.of(feed.outletId(), name))
        .published(date == null ? null : date.instant())
        .language(feed.language())
        .dayOnly(date != null && date.precision() == Precision.DAY)
        .build();
  }

  private static @Nullable Dated date(Element item, CommentMarkup markup, Instant now) {
    Element date = markup.date() == null ? null : own(item, markup.date(), markup);
    if (date == null) {
      return null;
    }
    Dated stated = PublicationDates.dated(date.attr("datetime"), now);
    return stated != null ? stated : PublicationDates.dated(date.text(), now);
  }

  /** Not what belongs to an answer, which lies within the comment. */
  private static @Nullable Element own(Element item, String selector, CommentMarkup markup) {
    Element found = item.selectFirst(selector);
    return found != null && found.closest(markup.item()) == item ? found : null;
  }

  private static Intake left(
      OutletFeed feed, String reason, String message, String article, Instant at) {
    return Intake.of(new Rejection(feed.outletId(), Stage.PARSE, reason, message, article, at));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;
import org.marsad.sources.feed.HardFeed;
import org.marsad.sources.feed.HardFeeds;
import org.marsad.sources.http.BadAnswer;
import org.marsad.sources.http.BadAnswer.Rejected;
import org.marsad.sources.http.LoopbackSite;

/**
 * Outlets on three sites, each with one feed. A site is one domain to the job, so its feeds are
 * read one after the other, and a good one comes last on each.
 */
final class Outlets implements AutoCloseable {
  private static final String HTML = "text/html; charset=utf-8";

  private final LoopbackSite hardFeeds = new LoopbackSite();
  private final LoopbackSite badFeeds = new LoopbackSite();
  private final LoopbackSite badPages = new LoopbackSite();
  private final Publications publications = new Publications();

  /** Publishes everything. */
  Outlets() {
    HardFeeds.all().forEach(this::publishHardFeed);
    publications.publish(hardFeeds, FeedFormat.RSS, "good-rss", good(hardFeeds, "good-rss"));
    for (BadAnswer answer : BadAnswer.values()) {
      publishBadFeed(answer);
      publishBadPage(answer);
    }
    publishBadLink();
    publishFullText();
    publishUndeclared("windows-1256");
    publishUndeclared("ISO-8859-6");
    publications.publish(badFeeds, FeedFormat.ATOM, "good-atom", good(badFeeds, "good-atom"));
    publications.publish(badPages, FeedFormat.RDF, "good-rdf", good(badPages, "good-rdf"));
  }

  Publications publications() {
    return publications;
  }

  private void publishHardFeed(HardFeed hard) {
    URI folder = hardFeeds.url("/" + hard.name() + "/");
    URI feed = folder.resolve("feed");
    hardFeeds.with(feed.getPath(), hard.contentType(), hard.body(folder));
    List<HardFeed.Article> articles = hard.articles(folder);
    publications.follow(hard.name(), feed, SourceState.OK, articles.size());
    for (HardFeed.Article article : articles) {
      hardFeeds.with(URI.create(String.valueOf(article.link())).getPath(), HTML, Pages.bare());
      publications.expect(hard.name(), article);
    }
    if (hard.cut()) {
      Rejected incomplete = new Rejected(Stage.PARSE, "incomplete-item");
      publications.expect(hard.name(), incomplete, feed.toString());
    }
  }

  private void publishBadFeed(BadAnswer answer) {
    String outlet = "feed-" + name(answer);
    URI feed = badFeeds.url("/" + outlet);
    badFeeds.with(feed.getPath(), answer);
    publications.follow(outlet, feed, answer.state(), 0);
    Rejected rejected = answer.asFeed();
    if (rejected != null) {
      publications.expect(outlet, rejected, feed.toString());
    }
  }

  private void publishBadPage(BadAnswer answer) {
    String outlet = "page-" + name(answer);
    URI page = badPages.url("/" + outlet + "/bad");
    badPages.with(page.getPath(), answer);
    publishAmongGood(outlet, Item.lost(page, answer.asPage()));
  }

  private void publishBadLink() {
    Rejected badUrl = new Rejected(Stage.FETCH, "bad-url");
    publishAmongGood("link-with-impossible-port", Item.lost("http://127.0.0.1:99999/", badUrl));
  }

  /** The page cannot be had, but the feed carries the text. */
  private void publishFullText() {
    String text = "<content:encoded><![CDATA[" + Pages.paragraphs(Pages.ARABIC) + "]]>";
    String gone = badPages.url("/full-text/gone").toString();
    publishAmongGood(
        "full-text", new Item(Pages.ARABIC_TITLE, gone, text + "</content:encoded>", null));
  }

  private void publishUndeclared(String charset) {
    URI page = badPages.url("/undeclared/" + charset);
    badPages.with(page.getPath(), "text/html", Pages.arabic(Charset.forName(charset)));
    publishAmongGood("page-in-" + charset, Item.article(Pages.ARABIC_TITLE, page));
  }

  private void publishAmongGood(String outlet, Item item) {
    List<Item> items = good(badPages, outlet);
    items.add(1, item);
    publications.publish(badPages, FeedFormat.RSS, outlet, items);
  }

  private static List<Item> good(LoopbackSite site, String outlet) {
    List<Item> items = new ArrayList<>();
    for (String title : List.of("Le marché a rouvert", "Le marché se prépare")) {
      URI link = site.url("/" + outlet + "/" + items.size());
      site.with(link.getPath(), HTML, Pages.bare());
      items.add(Item.article(title, link));
    }
    return items;
  }

  private static String name(BadAnswer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    hardFeeds.close();
    badFeeds.close();
    badPages.close();
  }
}

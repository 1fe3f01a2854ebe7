// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.state;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.index.IndexAddress;
import org.marsad.job.MainPipeline;
import org.marsad.job.sink.IndexSink;
import org.marsad.sources.KeyFile;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.polling.PollingSettings;
import org.marsad.sources.polling.PollingSource;

/** An outlet with one feed, and the main job that follows it. */
final class Paper implements AutoCloseable {
  /** What a state that was saved remembers for ever, so that a test may read it in years. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** Two articles: the first is known to every state that was saved, and may not change. */
  enum Article {
    KNOWN("Le pont neuf est ouvert", "Le pont neuf de la ville est ouvert depuis lundi matin"),
    FRESH("La foire commence samedi", "La foire du livre commence samedi dans le grand parc");

    private final String title;
    private final String beginning;

    Article(String title, String beginning) {
      this.title = title;
      this.beginning = beginning;
    }

    private String page() {
      String paragraphs =
          Stream.of("les habitants", "les écoles", "les commerces", "les visiteurs")
              .map(
                  whom ->
                      "<p>%s, et la commune attend %s avec joie.</p>".formatted(beginning, whom))
              .collect(Collectors.joining("\n"));
      return "<html lang=\"fr\"><head><title>%s</title></head><body><article>%s</article></body></html>"
          .formatted(title, paragraphs);
    }

    private String item(String link) {
      return "<item><title>%s</title><link>%s</link></item>".formatted(title, link);
    }
  }

  private final LoopbackSite site = new LoopbackSite();

  /**
   * @param articles that the feed lists, and nothing else
   */
  Paper(Article... articles) {
    String items =
        Stream.of(articles)
            .map(article -> article.item(site.url(path(article)).toString()))
            .collect(Collectors.joining());
    site.with(
        "/feed",
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>Paper</title>" + items + "</channel></rss>");
    for (Article article : articles) {
      site.with(path(article), "text/html; charset=utf-8", article.page());
    }
  }

  private static String path(Article article) {
    return "/" + article.name();
  }

  String url(Article article) {
    return site.url(path(article)).toString();
  }

  MainPipeline pipeline(IndexAddress index) {
    OutletFeed feed =
        new OutletFeed(
            "paper", "Paper", "fr", site.url("/feed"), FeedContent.ARTICLES, null, Duration.ZERO);
    return new MainPipeline(
        PollingSource.following(
            List.of(feed), PollingSettings.defaults(), KeyFile.of(new byte[32])),
        new IndexSink(index),
        FOR_EVER);
  }

  @Override
  public void close() {
    site.close();
  }
}

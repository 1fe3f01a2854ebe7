// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.catalogue.OutletFeed;

/** The whole command against a site on loopback. */
class DiscoverTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>t</title><link>http://x.example/</link>"
          + "<description>d</description><item><title>One</title><link>http://x.example/1</link>"
          + "<pubDate>Mon, 20 Jul 2026 14:30:00 +0100</pubDate></item></channel></rss>";

  @TempDir Path folder;
  private PastSite site;

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void open() throws IOException {
    site = new PastSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void whatIsFoundIsAnEntryOfTheCatalogue() throws Exception {
    site.with(
            "/",
            "text/html",
            "<html lang=\"ar-MA\"><head><meta property=\"og:site_name\" content=\"The 'Past': news\">"
                + "<link rel=alternate type=application/rss+xml href=/main.xml>"
                + "<link rel=alternate type=application/rss+xml href=/comments/feed>"
                + "<link rel=alternate type=application/rss+xml href=http://elsewhere.example/f>"
                + "</head></html>")
        .withRobots("User-agent: *\nDisallow: /feed\nSitemap: " + site.url("/named.xml"))
        .with("/main.xml", "application/rss+xml", FEED)
        .with("/feed", "application/rss+xml", FEED)
        .with("/comments/feed", "application/rss+xml", FEED)
        .withMoved("/rss", "/main.xml")
        .with("/rss.xml", "text/html", "<html>no feed</html>")
        .withSitemap("/named.xml", List.of("/2026/07/one 2026-07-20"))
        .with("/wp-json/wp/v2/comments", "application/json", "[{\"date_gmt\":\"2026-07-20\"}]");

    Ended ended = discover(site.url(""));

    assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.OK);
    assertThat(site.requests("/feed")).as("robots.txt disallows it").isZero();
    assertThat(ended.err())
        .contains("/feed: robots.txt disallows this URL")
        .contains("http://elsewhere.example/f: belongs to another domain; not tried")
        .contains("/atom.xml: not-found")
        .contains("/main.xml: 1 items, newest 2026-07-20T13:30:00Z, language ar-MA");
    Path catalogue = Files.writeString(folder.resolve("outlets.yaml"), "outlets:\n" + ended.out());
    assertThat(Catalogue.read(catalogue).outlets())
        .singleElement()
        .satisfies(
            outlet -> {
              assertThat(outlet).extracting(Outlet::name).isEqualTo("The 'Past': news");
              assertThat(outlet.languages()).containsExactly("ar");
              assertThat(outlet.feeds())
                  .extracting(one -> one.url().getPath(), OutletFeed::form, OutletFeed::content)
                  .containsExactly(
                      tuple("/main.xml", FeedForm.FEED, FeedContent.ARTICLES),
                      tuple("/comments/feed", FeedForm.FEED, FeedContent.COMMENTS),
                      tuple("/named.xml", FeedForm.SITEMAP, FeedContent.ARTICLES),
                      tuple(
                          "/wp-json/wp/v2/comments",
                          FeedForm.WORDPRESS_COMMENTS,
                          FeedContent.COMMENTS));
            });
  }

  @Test
  void theAddressOfAFeedIsAsGoodAsThatOfItsSite() throws Exception {
    site.with("/some/feed", "application/rss+xml", FEED);

    assertThat(discover(site.url("/some/feed")).out()).contains(site.url("/some/feed"));
  }

  @Test
  void whereThereIsNothingItSaysWhatElseCanBeDone() throws Exception {
    site.with("/", "text/html", "<html><body>no feeds</body></html>");

    Ended ended = discover(site.url("/"));

    assertThat(ended.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(ended.err()).contains("nothing to follow was found").contains("form: list");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aSiteThatRefusesAllIsLeftAlone() throws Exception {
    site.withRobots("User-agent: *\nDisallow: /\n").with("/feed", "text/xml", FEED);

    Ended ended = discover(site.url("/"));

    assertThat(ended.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(site.requests("/") + site.requests("/feed")).isZero();
    assertThat(ended.err()).contains("robots.txt disallows this URL");
  }

  @Test
  void aSiteThatCannotBeAskedIsAskedOnce() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    fails("http://127.0.0.1:" + free + "/", "connect-failed");
    fails("http://nowhere.invalid/", "unknown-host");
    fails("http://10.0.0.1/", "10.0.0.1 is not a public address");
    fails("http://169.254.169.254/latest", "169.254.169.254 is not a public address");
    site.withMoved("/", "http://192.168.1.1/");
    fails(site.url("/"), "192.168.1.1 is not a public address");
  }

  private void fails(String url, String told) throws Exception {
    Ended ended = discover(url);
    assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(ended.err())
        .contains("marsad: " + url + " cannot be asked, as said above")
        .contains(told);
    assertThat(ended.err().lines().filter(line -> line.startsWith("  ")).count()).isEqualTo(1);
  }

  private Ended discover(String url) throws Exception {
    Path settings = PastSite.settings(folder);
    try (MarsadProcess marsad =
        MarsadProcess.start(folder, "discover", url, "--config", settings.toString())) {
      int status = marsad.awaitExit(LIMIT);
      return new Ended(status, marsad.out(), marsad.err());
    }
  }
}

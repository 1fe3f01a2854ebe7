// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OutletServerTest {
  private static final DemoArchive ARCHIVE = DemoArchive.generate(LocalDate.of(2026, 5, 31));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private static OutletServer server;

  @BeforeAll
  static void start() throws IOException {
    server = OutletServer.start(ARCHIVE, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyItemOfEveryFeedHasItsPage() throws Exception {
    for (Outlet outlet : ARCHIVE.outlets()) {
      List<String> urls = links(get(server.origin(outlet) + "/feed").body());
      assertThat(urls).hasSameSizeAs(ARCHIVE.articles(outlet)).doesNotHaveDuplicates();
      for (int i = 0; i < urls.size(); i++) {
        HttpResponse<byte[]> page = get(urls.get(i));
        assertThat(page.statusCode()).as(urls.get(i)).isEqualTo(200);
        String title = ARCHIVE.articles(outlet).get(i).title();
        assertThat(text(page)).contains(title).contains(outlet.notice());
      }
    }
  }

  @Test
  void everyCommentLeadsToItsPlaceOnItsArticlesPage() throws Exception {
    for (Outlet outlet : ARCHIVE.outlets()) {
      List<String> urls = links(get(server.origin(outlet) + "/comments/feed").body());
      int written = ARCHIVE.articles(outlet).stream().mapToInt(a -> a.comments().size()).sum();
      assertThat(urls).hasSize(written).doesNotHaveDuplicates();
      URI newest = URI.create(urls.get(0));
      assertThat(text(get(newest.toString()))).contains("id=\"" + newest.getFragment() + "\"");
    }
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    String url = server.origin(ARCHIVE.outlets().get(0)) + "/feed";
    HttpResponse<byte[]> first = get(url);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(get(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    assertThat(get(url, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-Modified-Since", "some day").statusCode()).isEqualTo(200);
  }

  @Test
  void bodiesArePackedForWhoAsks() throws Exception {
    String url = server.origin(ARCHIVE.outlets().get(0)) + "/feed";
    HttpResponse<byte[]> packed = get(url, "Accept-Encoding", "gzip");

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(body).isEqualTo(get(url).body()).hasSizeGreaterThan(packed.body().length);
  }

  @Test
  void oneOutletWritesWindows1256AndSaysSo() throws Exception {
    Outlet outlet =
        ARCHIVE.outlets().stream()
            .filter(candidate -> candidate.charset().equals("windows-1256"))
            .findFirst()
            .orElseThrow();
    Article article = ARCHIVE.articles(outlet).get(0);
    HttpResponse<byte[]> page = get(server.origin(outlet) + article.path());

    assertThat(page.headers().firstValue("Content-Type"))
        .contains("text/html; charset=windows-1256");
    String html = new String(page.body(), Charset.forName("windows-1256"));
    assertThat(Jsoup.parse(html).text()).contains(article.paragraphs().get(0));
  }

  @Test
  void robotsAreWelcomeExceptInTheBackOffice() throws Exception {
    for (Outlet outlet : ARCHIVE.outlets()) {
      HttpResponse<byte[]> robots = get(server.origin(outlet) + "/robots.txt");
      assertThat(robots.statusCode()).isEqualTo(200);
      assertThat(text(robots)).isEqualTo("User-agent: *\nDisallow: /admin/\n");
    }
  }

  @Test
  void homePageShowsTheNewest() throws Exception {
    for (Outlet outlet : ARCHIVE.outlets()) {
      assertThat(text(get(server.origin(outlet) + "/")))
          .contains(ARCHIVE.articles(outlet).get(0).title())
          .contains(outlet.notice());
    }
  }

  @Test
  void whatIsNotThereIs404() throws Exception {
    String origin = server.origin(ARCHIVE.outlets().get(0));
    assertThat(get(origin + "/football/1.html").statusCode()).isEqualTo(404);
    assertThat(get(origin + "/admin/").statusCode()).isEqualTo(404);
  }

  @Test
  void takenPortIsNamedWithTheRemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> OutletServer.start(ARCHIVE, taken.getLocalPort()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("another --outlet-port");
    }
  }

  @Test
  void catalogueNamesEveryFeed(@TempDir Path folder) throws IOException {
    String catalogue = Files.readString(server.writeCatalogue(folder.resolve("new/outlets.yaml")));

    assertThat(catalogue).startsWith("outlets:").contains("min-delay: \"0s\"");
    for (Outlet outlet : ARCHIVE.outlets()) {
      assertThat(catalogue)
          .contains(outlet.id())
          .contains(server.origin(outlet) + "/feed")
          .contains(server.origin(outlet) + "/comments/feed");
    }
  }

  /** The items' links in an RSS or Atom feed, in order. */
  private static List<String> links(byte[] feed) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));
    List<String> links = new ArrayList<>();
    NodeList items = document.getElementsByTagNameNS("*", "item");
    NodeList entries = document.getElementsByTagNameNS("*", "entry");
    for (int i = 0; i < items.getLength(); i++) {
      links.add(link((Element) items.item(i)).getTextContent());
    }
    for (int i = 0; i < entries.getLength(); i++) {
      links.add(link((Element) entries.item(i)).getAttribute("href"));
    }
    return links;
  }

  private static Element link(Element item) {
    return (Element) item.getElementsByTagNameNS("*", "link").item(0);
  }

  private static String text(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElseThrow();
    String html = new String(response.body(), Charset.forName(type.split("charset=")[1]));
    return html.replace("&quot;", "\"").replace("&amp;", "&");
  }

  private static HttpResponse<byte[]> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.DocumentIds;
import org.marsad.model.Json;

/**
 * The whole command against a site on loopback. The index is held open meanwhile, as a running
 * Marsad does, and the commands find it.
 */
class BackfillTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir static Path shared;
  private static DataDirectory data;
  private static LocalIndex index;

  @TempDir Path folder;
  private PastSite site;

  @BeforeAll
  static void hold() {
    data = DataDirectory.open(shared.resolve("data"));
    index = LocalIndex.open(new IndexOptions(), data);
  }

  @AfterAll
  static void release() {
    index.close();
    data.close();
  }

  @BeforeEach
  void open() throws IOException {
    site = new PastSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPastIsTakenInOnceCountedAndProved() throws Exception {
    site.withRobots("User-agent: *\nDisallow: /2026/02/closed\nSitemap: " + site.url("/map.xml"))
        .withIndex(
            "/map.xml",
            "/january.xml 2026-03-01",
            "/february.xml.gz",
            "/december.xml 2025-12-31",
            "/category-sitemap.xml",
            "/map.xml",
            "/inner.xml")
        .withIndex("/inner.xml", "/map.xml", "/inner.xml", "/deep.xml")
        .withIndex("/deep.xml", "/deeper.xml")
        .withSitemap(
            "/january.xml",
            List.of(
                "/2026/01/one 2026-01-01",
                "/2026/01/two 2026-01-31",
                "/2026/01/moved 2026-01-20",
                "/undated",
                "/about"))
        .withPackedSitemap(
            "/february.xml.gz",
            List.of(
                "/2026/02/last-day 2026-02-10",
                "/2026/02/too-late 2026-02-11",
                "/2026/02/gone 2026-02-01",
                "/2026/02/closed 2026-02-02",
                "/2026/02/empty 2026-02-03"))
        .withArticle("/2026/01/one")
        .withArticle("/2026/01/two")
        .withArticle("/2026/01/new-place")
        .withMoved("/2026/01/moved", "/2026/01/new-place")
        .withArticle("/2026/02/last-day")
        .with("/2026/02/empty", "text/html", "<html><body><nav>menu</nav></body></html>");
    String[] january = {"past", "--from", "2026-01-01", "--to", "2026-02-10"};

    JsonNode dry = backfill(ExitStatus.BAD_INPUT, with(january, "--dry-run"));
    assertThat(site.articleRequests()).isEmpty();
    assertThat(dry.get("pages").asInt()).isEqualTo(7);
    assertThat(dry.get("sitemaps").asInt()).isEqualTo(5);
    assertThat(dry.get("unreadSitemaps").asInt()).isEqualTo(1);

    JsonNode first = backfill(ExitStatus.BAD_INPUT, january);
    assertThat(figures(first)).containsExactly(7, 4, 0, 3);
    assertThat(site.requests("/december.xml")).isZero();
    assertThat(site.requests("/category-sitemap.xml")).isZero();
    assertThat(site.requests("/2026/02/too-late")).isZero();
    assertThat(site.requests("/2026/02/closed")).isZero();
    assertThat(site.requests("/2026/02/gone")).isEqualTo(1);

    List<String> asked = site.articleRequests();
    JsonNode second = backfill(ExitStatus.BAD_INPUT, january);
    assertThat(figures(second)).containsExactly(0, 0, 0, 0);
    assertThat(site.articleRequests()).as("nothing is fetched twice").isEqualTo(asked);

    JsonNode again = backfill(ExitStatus.BAD_INPUT, with(january, "--again"));
    assertThat(figures(again)).as("the moved one is there").containsExactly(4, 0, 1, 3);

    JsonNode cited = cite(site.url("/2026/01/one"));
    assertThat(cited.get("check").asText()).isEqualTo("verified");
    assertThat(cited.get("outlet").asText()).isEqualTo("past");
    assertThat(cited.get("robots").asText()).isEqualTo("allowed");
    assertThat(cite(site.url("/2026/01/new-place")).get("check").asText()).isEqualTo("verified");

    erase(site.url("/2026/01/two"));
    long before = site.requests("/2026/01/two");
    assertThat(figures(backfill(ExitStatus.BAD_INPUT, january))).containsExactly(0, 0, 0, 0);
    assertThat(site.requests("/2026/01/two")).as("what was erased is let be").isEqualTo(before);
  }

  @Test
  void aDryRunReckonsWithTheCrawlDelay() throws Exception {
    site.withRobots("User-agent: *\nCrawl-delay: 3\n")
        .withSitemap("/map.xml", List.of("/2026/06/one 2026-06-01", "/2026/06/two 2026-06-02"));
    try (MarsadProcess marsad = start(site.url("/map.xml"), "--from", "2026-06-01", "--dry-run")) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.OK);
      assertThat(marsad.err())
          .contains("past: 2 pages to fetch, by 1 sitemap, one each 3 s: at least 6 s")
          .contains("stop it first if the outlet minds");
      assertThat(Json.MAPPER.readTree(marsad.lastLine()).get("seconds").asDouble()).isEqualTo(6);
    }
    assertThat(site.articleRequests()).isEmpty();
  }

  @Test
  void whatIsLeftOutAndWhatFailedIsTold() throws Exception {
    site.withIndex("/map.xml", "/good.xml", "/absent.xml", "/tag-sitemap.xml")
        .withSitemap("/good.xml", List.of("/undated", "/2026/03/one 2026-03-01"))
        .withArticle("/2026/03/one");

    try (MarsadProcess marsad =
        start(site.url("/map.xml"), "--from", "2026-03-01", "--to", "2026-03-01")) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(figures(Json.MAPPER.readTree(marsad.lastLine()))).containsExactly(1, 1, 0, 0);
      assertThat(marsad.err())
          .contains("past: 1 page to fetch, by 2 sitemaps, one each 0 s: at least 0 s")
          .contains("; 1 sitemap could not be read")
          .contains("/absent.xml: not-found: the server answered HTTP 404")
          .contains("/tag-sitemap.xml: lists no articles, by its name; left alone")
          .contains("1 pages have no date in their sitemap and were left out");
    }
  }

  /** 50,000 entries are as many as a sitemap may have. */
  @Test
  void ofALongSitemapOnlyThePeriodIsFetchedAndInSeveralRunsAllOfIt() throws Exception {
    List<String> entries =
        new ArrayList<>(
            IntStream.range(0, 49_995).mapToObj(i -> "/2024/old-" + i + " 2024-05-01").toList());
    List<String> recent = IntStream.range(0, 5).mapToObj(i -> "/2026/recent-" + i).toList();
    recent.forEach(path -> entries.add(entries.size() / 2, path + " 2026-04-02"));
    recent.forEach(site::withArticle);
    site.withSitemap("/sitemap.xml", entries);
    String[] april = {"past", "--from", "2026-04-01", "--to", "2026-04-30", "--max", "3"};

    assertThat(figures(backfill(ExitStatus.OK, april))).containsExactly(3, 3, 0, 0);
    assertThat(figures(backfill(ExitStatus.OK, april))).containsExactly(2, 2, 0, 0);
    assertThat(figures(backfill(ExitStatus.OK, april))).containsExactly(0, 0, 0, 0);
    assertThat(site.articleRequests()).containsExactlyInAnyOrderElementsOf(recent);
  }

  @Test
  void afterAKillTheSameCommandGoesOn() throws Exception {
    List<String> paths = IntStream.range(0, 60).mapToObj(i -> "/2026/05/article-" + i).toList();
    paths.forEach(path -> site.withSlowArticle(path, 100));
    site.withSitemap("/sitemap.xml", paths.stream().map(path -> path + " 2026-05-03").toList());
    String[] may = {site.url("/sitemap.xml"), "--from", "2026-05-01", "--to", "2026-05-31"};
    try (MarsadProcess marsad = start(may)) {
      marsad.await("first documents", LIMIT, () -> indexed(paths).size() > 5);
      marsad.kill();
    }
    Set<String> before = indexed(paths);
    List<String> asked = site.articleRequests();

    JsonNode summary = backfill(ExitStatus.OK, may);

    assertThat(indexed(paths)).containsExactlyInAnyOrderElementsOf(paths);
    assertThat(summary.get("read").asInt()).isEqualTo(60 - before.size());
    List<String> since =
        site.articleRequests().subList(asked.size(), site.articleRequests().size());
    assertThat(since).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aSiteThatRefusesOrIsNotThereIsNamed() throws Exception {
    site.withRobots("User-agent: *\nDisallow: /\n");
    fails(site.url("/sitemap.xml"), "robots.txt disallows this URL", "no sitemap of");
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    fails("http://127.0.0.1:" + free + "/sitemap.xml", "connect-failed", "no sitemap of");
    fails("http://10.0.0.1/sitemap.xml", "is not a public address", "no sitemap of");
    fails("past", "robots.txt disallows", "./marsad discover finds what a site has");
  }

  private void fails(String target, String... told) throws Exception {
    try (MarsadProcess marsad = start(target, "--from", "2026-01-01")) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains(told);
      assertThat(marsad.out()).isEmpty();
    }
  }

  private static List<Integer> figures(JsonNode summary) {
    List<Integer> figures =
        Stream.of("read", "indexed", "duplicates", "rejected")
            .map(name -> summary.get(name).asInt())
            .toList();
    assertThat(figures.get(0)).isEqualTo(figures.get(1) + figures.get(2) + figures.get(3));
    return figures;
  }

  private Set<String> indexed(List<String> paths) {
    DocumentQueries queries = new DocumentQueries(index.connection());
    return paths.stream()
        .filter(path -> queries.document(DocumentIds.ofUrl(site.url(path))).isPresent())
        .collect(Collectors.toSet());
  }

  private JsonNode backfill(int status, String... arguments) throws Exception {
    try (MarsadProcess marsad = start(arguments)) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(status);
      return Json.MAPPER.readTree(marsad.lastLine());
    }
  }

  private static String[] with(String[] arguments, String further) {
    return Stream.concat(Stream.of(arguments), Stream.of(further)).toArray(String[]::new);
  }

  private MarsadProcess start(String... arguments) throws IOException {
    Path settings = PastSite.settings(folder);
    Path outlets =
        Files.writeString(
            folder.resolve("outlets.yaml"),
            "outlets:\n  - {id: past, name: The Past, language: en, home: \""
                + site.url("/")
                + "\", region: national, kind: news-site, status: listed}\n");
    Stream<String> options =
        Stream.of(
            "--data",
            shared.resolve("data").toString(),
            "--config",
            settings.toString(),
            "--outlets",
            outlets.toString());
    return MarsadProcess.start(
        folder,
        Stream.concat(Stream.concat(Stream.of("backfill"), Stream.of(arguments)), options)
            .toArray(String[]::new));
  }

  private void erase(String url) throws Exception {
    try (MarsadProcess marsad =
        MarsadProcess.start(
            folder, "erase", "--url", url, "--yes", "--data", shared.resolve("data").toString())) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.OK);
    }
  }

  private JsonNode cite(String url) throws Exception {
    try (MarsadProcess marsad =
        MarsadProcess.start(
            folder, "cite", url, "--json", "--data", shared.resolve("data").toString())) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.OK);
      return Json.MAPPER.readTree(marsad.lastLine());
    }
  }
}

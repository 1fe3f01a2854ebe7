// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.train.Feedback;
import org.marsad.model.Morocco;

/**
 * From what two people say of a text on the dashboard to models that judge the next one: every step
 * as a user takes it, but that a rehearsal stands for the training of twenty minutes, and a folder
 * in front of the class path for the build that takes the new models in.
 */
class RetrainingTest {
  private static final Path DATA =
      Path.of(System.getProperty("marsad.home", "."), "..", "shared", "data");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String PASSWORD = "four words and a comma";
  private static final LocalDate YESTERDAY = LocalDate.now(Morocco.TIME).minusDays(1);

  @TempDir Path folder;
  private PastSite site;
  private Path models;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("hostility")), "the training data are not here");
    Chromium.assumeInstalled();
    models = folder.resolve("built/org/marsad/classifiers/model");
    ModelSet.shipped().write(models);
    site = new PastSite();
    publish(1);
    catalogue();
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void whatTwoPeopleSayTeachesTheModelsThatJudgeTheNextText() throws Exception {
    String shipped = ModelSet.shippedManifest().name();
    Path file = folder.resolve("feedback.jsonl");
    try (MarsadProcess marsad = run()) {
      marsad.await("the first article", LIMIT, () -> marsad.indexedSoFar() == 1);
      marsad.await("a dashboard", LIMIT, () -> marsad.err().contains("Stop with Ctrl-C"));
      String dashboard = LiveSystemTest.dashboard(marsad);
      makeAccounts(dashboard);
      DashboardUser ann = DashboardUser.login(dashboard, "ann", PASSWORD);
      JsonNode given = ann.json("api/feedback/next?queue=random").get("item");
      judge(ann, given, "RANDOM");
      judge(DashboardUser.login(dashboard, "ben", PASSWORD), given, "OWN");
      String id = given.get("id").asText();
      assertThat(ann.json("api/documents/" + id).at("/document/model").asText()).isEqualTo(shipped);

      assertThat(command(ExitStatus.OK, "feedback", "export", file.toString(), "--data", data()))
          .contains("Answers        2");
      marsad.terminate();
    }
    assertThat(Feedback.read(List.of(file)).size()).isEqualTo(1);

    String told =
        command(
            ExitStatus.GATE_FAILED,
            "train",
            DATA.toString(),
            "--rehearse",
            "50",
            "--feedback",
            file.toString(),
            "--out",
            models.toString());
    assertThat(told)
        .contains("feedback on 1 text; left out: 0", "worse by more than", "nothing was replaced");
    assertThat(models.resolve("manifest.json")).content().doesNotContain("rehearsal");
    Path candidate = models.resolveSibling("model-candidate");
    assertThat(told).contains("mv " + candidate + "/* " + models + "/");
    for (Path made : list(candidate)) {
      Files.move(
          made, models.resolve(candidate.relativize(made)), StandardCopyOption.REPLACE_EXISTING);
    }
    String renewed = ModelSet.read(models).manifest().name();
    assertThat(renewed).matches(shipped + "-rehearsal50-[0-9a-f]{8}");

    publish(2);
    try (MarsadProcess marsad = run()) {
      marsad.await("the second article", LIMIT, () -> marsad.indexedSoFar() == 2);
      marsad.await("a dashboard", LIMIT, () -> marsad.err().contains("Stop with Ctrl-C"));
      String dashboard = LiveSystemTest.dashboard(marsad);
      DashboardUser ann = DashboardUser.login(dashboard, "ann", PASSWORD);
      JsonNode hits = ann.json("api/search?sort=newest").get("hits");
      assertThat(hits.findValuesAsText("model")).containsExactly(renewed, shipped);
      String trends = "trends?from=" + YESTERDAY.minusDays(9) + "&to=" + YESTERDAY;
      JsonNode changes = ann.json("api/" + trends).at("/series/0/changes");
      assertThat(changes).hasSize(1);
      assertThat(changes.get(0).get("model").asText()).isEqualTo(renewed);
      assertThat(changes.get(0).get("day").asText()).isEqualTo(YESTERDAY.toString());
      assertThat(marks(dashboard + trends + "&ui=en", ann)).contains(renewed);
      marsad.terminate();
    }
  }

  private static void makeAccounts(String dashboard) throws Exception {
    account(DashboardUser.nobody(dashboard), "chief", "ADMIN");
    DashboardUser chief = DashboardUser.login(dashboard, "chief", PASSWORD);
    account(chief, "ann", "ANNOTATOR");
    account(chief, "ben", "ANNOTATOR");
  }

  private static void account(DashboardUser by, String name, String role) throws Exception {
    JsonNode made =
        by.post(
            "api/accounts",
            "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                .formatted(name, role, PASSWORD));
    assertThat(made.get("name").asText()).isEqualTo(name);
  }

  private static void judge(DashboardUser person, JsonNode text, String queue) throws Exception {
    JsonNode progress =
        person.post(
            "api/feedback/documents/" + text.get("id").asText(),
            "{\"contentHash\":\"%s\",\"queue\":\"%s\",\"relevant\":true,\"stance\":\"SUPPORTIVE\"}"
                .formatted(text.get("contentHash").asText(), queue));
    assertThat(progress.get("mine").asInt()).isEqualTo(1);
  }

  /** What the page of trends lists beside its charts. */
  private String marks(String address, DashboardUser person) {
    try (Chromium browser = new Chromium()) {
      Page page = browser.page();
      page.setExtraHTTPHeaders(Map.of("Cookie", String.valueOf(person.cookie())));
      page.navigate(address);
      page.locator("#markings li").waitFor();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "model-change.png"))
              .setFullPage(true));
      return page.locator("#markings").textContent();
    }
  }

  private MarsadProcess run() throws IOException {
    return MarsadProcess.startOver(
        folder.resolve("built"),
        folder,
        "run",
        "--data",
        data(),
        "--config",
        PastSite.settings(folder).toString(),
        "--outlets",
        folder.resolve("outlets.yaml").toString(),
        "--port",
        "0");
  }

  /** What a command tells on standard error. */
  private String command(int status, String... arguments) throws Exception {
    try (MarsadProcess command = MarsadProcess.start(folder, arguments)) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(status);
      return command.err();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static List<Path> list(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.toList();
    }
  }

  private void catalogue() throws IOException {
    Files.writeString(
        folder.resolve("outlets.yaml"),
        """
        outlets:
        - id: paper
          name: A paper
          language: fr
          home: %s
          region: rabat
          kind: newspaper
          status: seen-ok
          note: made up for a test
          fictional: true
          min-delay: 0s
          feeds:
          - url: %s
            content: articles
            poll-every: 30s
        """
            .formatted(site.url("/"), site.url("/feed.xml")));
  }

  /** So many articles of the last days, the latest of yesterday. */
  private void publish(int articles) {
    StringBuilder items = new StringBuilder();
    for (int n = 1; n <= articles; n++) {
      String subject = n == 1 ? "un foyer d'accueil" : "des cours du soir";
      site.with("/articles/" + n, "text/html; charset=utf-8", article(subject));
      items
          .append("<item><title>Les migrants et ")
          .append(subject)
          .append("</title><link>")
          .append(site.url("/articles/" + n))
          .append("</link><pubDate>")
          .append(
              YESTERDAY
                  .minusDays(2L * (2 - n))
                  .atTime(LocalTime.NOON)
                  .atOffset(ZoneOffset.UTC)
                  .format(DateTimeFormatter.RFC_1123_DATE_TIME))
          .append("</pubDate></item>");
    }
    site.with(
        "/feed.xml",
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>A paper</title>" + items + "</channel></rss>");
  }

  private static String article(String subject) {
    String paragraph =
        "<p>Les habitants du quartier et les migrants ont parlé hier de "
            + subject
            + ", que la commune veut ouvrir au printemps avec une association de la ville.</p>";
    return "<html lang=fr><head><title>Les migrants et "
        + subject
        + "</title></head><body><article><h1>Les migrants et "
        + subject
        + "</h1>"
        + paragraph.repeat(4)
        + "</article></body></html>";
  }
}

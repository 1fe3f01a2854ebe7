// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Json;

/**
 * Looks for planted personal data in whatever Marsad stores, logs, answers, shows, sends and gives
 * to take along.
 */
class PlantedDataTest {
  private static final int MOST_SHOWN = 2_000;

  /** Every text and attribute of a page, and what stands in its fields. */
  private static final String EVERYTHING =
      """
      [...document.querySelectorAll('*')]
          .flatMap((one) => [...one.attributes].map((attribute) => attribute.value))
          .concat([...document.querySelectorAll('input, textarea')].map((one) => one.value))
          .concat([document.documentElement.textContent])
          .join('\\n')
      """;

  @TempDir static Path folder;

  private static PlantedSystem system;
  private static PlantedPaths paths;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    system = new PlantedSystem(folder);
    paths = new PlantedPaths(system);
    judge();
  }

  @AfterAll
  static void stop() throws Exception {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void everyRecordIsStoredOrRejected() {
    assertThat(paths.records()).hasSize(PlantedRecords.DOCUMENTS + PlantedSite.DOCUMENTS);
    assertThat(system.ids("marsad-versions", "*")).isNotEmpty();
    assertThat(system.ids("marsad-rejections", "*")).isNotEmpty();
  }

  /** The search itself must find what it looks for. */
  @Test
  void seesEverySecretInWhatWasWritten() {
    assertThat(Plants.in(Plants.text()))
        .containsAll(Plants.IN_TEXT.stream().map(Plants.Plant::secret).toList());
    assertThat(Plants.in("tel. 0611 11-11 17")).containsExactly("11111117");
  }

  @Test
  void nothingPlantedIsInAnyIndex() {
    assertThat(system.stored()).isNotEmpty();
    system.stored().forEach(PlantedDataTest::assertClean);
  }

  @Test
  void nothingPlantedIsLogged() throws Exception {
    assertThat(system.log()).contains("Dashboard", "rejected");
    assertClean(system.log());
  }

  @Test
  void noSecretIsLoggedOrStored() throws Exception {
    List<String> secrets = system.secrets();
    assertThat(secrets).as("with the codes of the mails").hasSizeGreaterThan(12);
    assertThat(system.log()).doesNotContain(secrets.toArray(String[]::new));
    assertThat(system.stored())
        .allSatisfy(one -> assertThat(one).doesNotContain(secrets.toArray(String[]::new)));
  }

  @Test
  void whatIsHarmlessStays() {
    List<String> texts =
        system.stored().stream().filter(one -> one.contains("des mots avant")).toList();
    assertThat(texts).isNotEmpty();
    assertThat(texts)
        .allSatisfy(text -> assertThat(text).contains(Plants.HARMLESS.toArray(String[]::new)));
  }

  @Test
  void nothingPlantedIsMailed() {
    assertThat(system.mails()).anyMatch(mail -> mail.contains("The flood, day 0"));
    system.mails().forEach(PlantedDataTest::assertClean);
  }

  /** Every path of the description that can be read, so that a new one is looked at as well. */
  static Stream<String> described() throws Exception {
    JsonNode described = Json.MAPPER.readTree(get("/api/openapi.json").body()).get("paths");
    return described.properties().stream()
        .filter(path -> path.getValue().has("get"))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("described")
  void nothingPlantedIsAnswered(String path) throws Exception {
    for (String one : paths.filled(path).toList()) {
      HttpResponse<String> answer = get(one);
      // There are no keys without accounts, and a text that no model reads cannot be judged.
      assertThat(answer.statusCode()).as(one + answer.body()).isIn(200, 302, 404, 409, 422);
      assertClean(one + " " + answer.body());
    }
  }

  @Test
  void whatCanBeTakenAlongHoldsThePlantedTexts() throws Exception {
    for (String path :
        List.of("/api/export.csv", "/api/export.jsonl", "/api/feedback/export.jsonl")) {
      assertThat(get(path).body()).as(path).contains("@user", "The flood, day 0");
    }
    assertThat(get("/alerts.atom").body()).contains("The flood, day 0");
  }

  @Test
  void nothingPlantedIsRevealed() throws Exception {
    for (String id : paths.documents()) {
      HttpResponse<String> answer = send("/api/documents/" + id + "/reveal", "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertClean(answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/trends",
        "/map",
        "/search?size=100",
        "/stories",
        "/stories/{id}",
        "/documents/{id}",
        "/alerts",
        "/alerts/{id}",
        "/alerts/rules",
        "/alerts/rules/{id}",
        "/alerts/subscriptions",
        "/review?queue=random",
        "/sources",
        "/rejections",
        "/administration",
      })
  void nothingPlantedIsShown(String path) {
    Chromium.assumeInstalled();
    try (Chromium browser = new Chromium()) {
      Page page = browser.page();
      for (String one : paths.filled(path).toList()) {
        page.navigate(system.address(one));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main h1").first().textContent()).isNotBlank();
        assertClean(one + " " + page.evaluate(EVERYTHING));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trends", "/map"})
  void nothingPlantedIsInAPicture(String path) throws Exception {
    Chromium.assumeInstalled();
    try (Chromium browser = new Chromium()) {
      Page page = browser.page();
      page.navigate(system.address(paths.filled(path).findFirst().orElseThrow()));
      Locator buttons = page.locator("[data-download=svg]");
      buttons.first().waitFor();
      for (Locator button : buttons.all()) {
        Path picture = page.waitForDownload(button::click).path();
        assertThat(Files.readString(picture)).contains("<svg");
        assertClean(Files.readString(picture));
      }
    }
  }

  /** A person's answer to each text that may be judged, for the export of them. */
  private static void judge() throws Exception {
    for (String id : paths.documents()) {
      HttpResponse<String> text = get("/api/feedback/documents/" + id);
      if (text.statusCode() == 200) {
        String answer =
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "queue",
                    "OWN",
                    "relevant",
                    false,
                    "contentHash",
                    Json.MAPPER.readTree(text.body()).get("contentHash").asText()));
        assertThat(send("/api/feedback/documents/" + id, answer).statusCode()).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(system.address(path))).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String path, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(system.address(path)))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static void assertClean(String one) {
    assertThat(Plants.in(one)).as(one.substring(0, Math.min(MOST_SHOWN, one.length()))).isEmpty();
  }
}

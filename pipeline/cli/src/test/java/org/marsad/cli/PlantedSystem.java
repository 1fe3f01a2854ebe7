// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.model.Json;

/**
 * The whole program with {@link Plants} from every side: imported, polled, and in a rise of which
 * subscribers have been told in each language.
 */
final class PlantedSystem implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Pattern ELASTICSEARCH = Pattern.compile("Elasticsearch  (http\\S+)");
  private static final Pattern DASHBOARD = Pattern.compile("Dashboard      (http\\S+)");
  private static final Pattern CODE = Pattern.compile("code=([^\\s\"&]+)");
  private static final String BOT_TOKEN = "7000000001:planted-token-of-a-bot";
  private static final List<String> LANGUAGES = List.of("ar", "fr", "en");
  private static final int MOST = 10_000;

  private final Path folder;
  private final FloodAlerts floods;
  private final PlantedSite site = new PlantedSite();
  private final List<String> logs = new ArrayList<>();
  private final MarsadProcess marsad;

  PlantedSystem(Path folder) throws Exception {
    this.folder = folder;
    this.floods = new FloodAlerts(folder);
    Path rise =
        floods.writeRise(
            reader -> Plants.NAME + " " + reader,
            // What is about migrants has places, and so is on the map.
            reader ->
                "The migrants of Casablanca, "
                    + Plants.IN_TEXT.get(reader % Plants.IN_TEXT.size()).written());
    Path records = Files.createDirectories(folder.resolve("records"));
    PlantedRecords.write(records);
    importAll(records, rise);
    // A second version of each, so that the former texts are looked through as well.
    PlantedRecords.rewrite(records);
    importAll(records);
    subscribe();
    marsad = run("1s");
    marsad.await("the alerts", LIMIT, () -> mails().size() >= 2 * LANGUAGES.size());
    marsad.await(
        "what the site has", LIMIT, () -> count("sourceId:planted") >= PlantedSite.DOCUMENTS);
  }

  private void importAll(Path... archives) throws Exception {
    List<String> command = new ArrayList<>(List.of("import", "--data", data()));
    List.of(archives).forEach(archive -> command.add(archive.toString()));
    try (MarsadProcess imported = MarsadProcess.start(folder, command.toArray(String[]::new))) {
      assertThat(imported.awaitExit(LIMIT)).as(imported.err()).isEqualTo(ExitStatus.BAD_INPUT);
      logs.add(imported.out() + imported.err());
    }
  }

  private void subscribe() throws Exception {
    try (MarsadProcess waiting = run("12h")) {
      waiting.await("the dashboard", LIMIT, () -> DASHBOARD.matcher(waiting.err()).find());
      for (String language : LANGUAGES) {
        floods.subscribe(
            folder.resolve("marsad.yaml"),
            "EMAIL",
            language + "@example.org",
            "--language",
            language);
      }
      waiting.await("the requests", LIMIT, () -> mails().size() >= LANGUAGES.size());
      for (String asked : mails()) {
        FloodAlerts.confirm(waiting, asked);
      }
      waiting.terminate();
      logs.add(waiting.out() + waiting.err());
    }
  }

  private MarsadProcess run(String late) throws IOException {
    Files.writeString(folder.resolve("token"), BOT_TOKEN);
    Path settings = floods.settings(late);
    Files.writeString(settings, "  telegram:\n    token-file: token\n", StandardOpenOption.APPEND);
    return MarsadProcess.start(
        folder,
        "run",
        "--config",
        settings.toString(),
        "--outlets",
        site.writeCatalogue(folder.resolve("outlets.yaml")).toString(),
        "--data",
        data(),
        "--port",
        "0");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Each message whole, decoded. */
  List<String> mails() {
    return floods.mail().whole();
  }

  /** What every program has written for its operator, the embedded node's files included. */
  String log() throws IOException {
    StringBuilder all = new StringBuilder(String.join("\n", logs));
    all.append(marsad.out()).append(marsad.err());
    Path ofNode = Files.createDirectories(Path.of(data(), "elasticsearch", "logs"));
    try (Stream<Path> files = Files.walk(ofNode)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /**
   * The bot's token, the installation's keys as they may be written, and the codes of the mails,
   * with which anybody can change a subscription.
   */
  List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>(List.of(BOT_TOKEN));
    for (SecretKey key : SecretKey.values()) {
      byte[] bytes = key.in(Path.of(data())).bytes();
      secrets.add(HexFormat.of().formatHex(bytes));
      secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      secrets.add(Arrays.toString(bytes));
    }
    mails().forEach(mail -> CODE.matcher(mail).results().forEach(c -> secrets.add(c.group(1))));
    return secrets;
  }

  /** Each document of each index, whole, as JSON. */
  List<String> stored() {
    List<String> all = new ArrayList<>();
    search("marsad-*", "*").at("/hits/hits").forEach(hit -> all.add(hit.toString()));
    return all;
  }

  /** The ids of what an index holds. */
  List<String> ids(String index, String query) {
    List<String> ids = new ArrayList<>();
    search(index, query).at("/hits/hits").forEach(hit -> ids.add(hit.get("_id").asText()));
    return ids;
  }

  /** What one field of an index holds, each value once. */
  List<String> values(String index, String query, String field) {
    List<String> values = new ArrayList<>();
    search(index, query)
        .at("/hits/hits")
        .forEach(hit -> values.add(hit.get("_source").at(field).asText()));
    return values.stream().distinct().toList();
  }

  private long count(String query) {
    return search("marsad-documents", query).at("/hits/total/value").asLong();
  }

  private JsonNode search(String index, String query) {
    Matcher url = ELASTICSEARCH.matcher(marsad.err());
    assertThat(url.find()).as(marsad.err()).isTrue();
    try {
      return Json.MAPPER.readTree(
          MarsadProcess.get(
              url.group(1)
                  + "/"
                  + index
                  + "/_search?expand_wildcards=all&size="
                  + MOST
                  + "&q="
                  + query));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a path on the dashboard, which begins with a slash. */
  String address(String path) {
    return LiveSystemTest.dashboard(marsad) + path.substring(1);
  }

  @Override
  public void close() throws InterruptedException {
    marsad.close();
    floods.close();
    site.close();
  }
}

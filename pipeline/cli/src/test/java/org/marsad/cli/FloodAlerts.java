// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.model.Json;
import org.marsad.model.Morocco;

/** A rule for floods, a rise that it tells of, and a real mail server that takes the messages. */
final class FloodAlerts implements AutoCloseable {
  /** Texts of the last day. */
  static final int RISE = 90;

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int USUAL = 5;
  private static final int DAYS = 60;

  private final Path folder;
  private final MailServer mail = MailServer.start();

  /**
   * @param folder for the settings and the texts, which has the data directory too
   */
  FloodAlerts(Path folder) {
    this.folder = folder;
  }

  /**
   * Sixty days with five texts about floods each, and a last one, yesterday, with ninety.
   *
   * @param author of a reader, by number
   * @param words that a reader of the last day adds
   */
  Path writeRise(IntFunction<String> author, IntFunction<String> words) throws IOException {
    StringBuilder lines = new StringBuilder();
    LocalDate yesterday = LocalDate.now(Morocco.TIME).minusDays(1);
    for (int day = 0; day <= DAYS; day++) {
      for (int reader = 0; reader < (day == 0 ? RISE : USUAL); reader++) {
        Map<String, Object> text =
            Map.of(
                "kind",
                "comment",
                "source",
                "outlet-a",
                "author",
                author.apply(reader),
                "published",
                yesterday
                    .minusDays(day)
                    .atTime(6 + reader % 12, 30)
                    .atZone(Morocco.TIME)
                    .toInstant()
                    .toString(),
                "text",
                "The flood, day %d, as reader %d saw it. %s"
                    .formatted(day, reader, day == 0 ? words.apply(reader) : ""));
        lines.append(Json.MAPPER.writeValueAsString(text)).append('\n');
      }
    }
    return Files.writeString(folder.resolve("texts.jsonl"), lines);
  }

  /** The shipped settings, with the rule, the mail server and web hooks on this computer. */
  Path settings(String late) throws IOException {
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        rules:
          - id: floods
            names: {en: Floods}
            filters: {text: flood}
            every: day
        """);
    String shipped = Files.readString(ShippedConfiguration.settingsOr(null));
    return Files.writeString(
        folder.resolve("marsad.yaml"),
        shipped
                .replace("late: 30m", "late: " + late)
                .replace("dispatch-every: 10s", "dispatch-every: 1s")
                .replace("private-webhooks: false", "private-webhooks: true")
                .replace("min-delay: 2s", "min-delay: 0s")
            + mail.settings());
  }

  /** Asks for the rule's alerts in a running Marsad; what follows is a request to confirm. */
  void subscribe(Path settings, String channel, String address, String... more) throws Exception {
    String[] asked = {
      "alerts",
      "subscriptions",
      "--config",
      settings.toString(),
      "add",
      channel,
      address,
      "--rule",
      "floods",
      "--data",
      folder.resolve("data").toString()
    };
    try (MarsadProcess command =
        MarsadProcess.start(
            folder, Stream.concat(Stream.of(asked), Stream.of(more)).toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isZero();
      assertThat(command.lastLine()).contains("PENDING");
    }
  }

  /**
   * @param asked the message that holds the code
   */
  static void confirm(MarsadProcess marsad, String asked) throws IOException {
    HttpURLConnection request =
        (HttpURLConnection)
            URI.create(
                    LiveSystemTest.dashboard(marsad)
                        + "api/subscriptions/confirm?code="
                        + codeIn(asked))
                .toURL()
                .openConnection();
    request.setRequestMethod("POST");
    assertThat(request.getResponseCode()).isEqualTo(200);
  }

  private static String codeIn(String text) {
    Matcher code = Pattern.compile("code=([^\\s\"&]+)").matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return URLDecoder.decode(code.group(1), UTF_8);
  }

  MailServer mail() {
    return mail;
  }

  @Override
  public void close() {
    mail.close();
  }
}

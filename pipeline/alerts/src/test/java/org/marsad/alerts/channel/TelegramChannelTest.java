// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.channel.ChannelSettings.Mail;
import org.marsad.alerts.channel.ChannelSettings.Security;
import org.marsad.alerts.channel.ChannelSettings.Telegram;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;

class TelegramChannelTest {
  private static final String TOKEN = "1234:token-of_the_test";
  private static final String CHAT = "-1009988776655";

  @Test
  void sendsPlainTextThatIsSetFromTheRight() throws Exception {
    String answer = "{\"ok\":true,\"result\":{\"message_id\":42,\"text\":\"" + "x".repeat(9000);
    try (Receiver api = new Receiver(200, Map.of(), answer);
        Channels channels = channels(api.uri(""))) {
      assertThat(send(channels, Examples.message())).isEqualTo("HTTP 200, message 42");
      assertThat(api.requests.get(0).path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
      JsonNode json = body(api);
      assertThat(json.path("chat_id").asText()).isEqualTo(CHAT);
      assertThat(json.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
      assertThat(json.path("text").asText().lines().filter(line -> !line.isEmpty()))
          .hasSize(3)
          .allMatch(line -> line.startsWith("\u200F"));
      int bold = json.path("entities").path(0).path("length").asInt();
      assertThat(json.path("text").asText().substring(0, bold))
          .isEqualTo("\u200F" + Examples.SUBJECT);
    }
  }

  @Test
  void cutsLongTextsAndSaysWhereToReadOn() throws Exception {
    try (Receiver api = new Receiver(200, Map.of(), "{\"ok\":true}");
        Channels channels = channels(api.uri("/"))) {
      send(channels, Examples.message("subject", "😀".repeat(5000)));
      assertThat(body(api).path("text").asText())
          .hasSizeBetween(4094, 4096)
          .contains("😀…")
          .endsWith(Examples.LINKS.get(Message.Link.INCIDENT));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: chat not found, ADDRESS_REFUSED",
    "403, Forbidden: bot was blocked by the user, ADDRESS_REFUSED",
    "400, Bad Request: message text is empty, OPERATOR",
    "401, Unauthorized, OPERATOR",
    "404, Not Found, OPERATOR",
    "429, Too Many Requests, RETRY",
    "502, Bad Gateway, RETRY"
  })
  void actsByWhatTelegramSays(int status, String description, Remedy remedy) throws Exception {
    String answer =
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":{\"retry_after\":7}}"
            .formatted(status, description);
    try (Receiver api = new Receiver(status, Map.of(), answer);
        Channels channels = channels(api.uri(""))) {
      UndeliveredException failure = failure(channels);
      assertThat(failure.remedy()).isEqualTo(remedy);
      assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Test
  void keepsTheTokenToItselfWhereNobodyAnswers() throws Exception {
    Receiver api = new Receiver(200, Map.of(), "");
    api.close();
    try (Channels channels = channels(api.uri(""))) {
      assertThat(failure(channels).remedy()).isEqualTo(Remedy.RETRY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reader", "@ab", "12a", "@name with spaces", "https://t.me/example"})
  void takesNumbersAndNamesOfChannels(String address) {
    try (Channels channels = channels(Telegram.OFFICIAL_API)) {
      AlertChannel channel = channels.of(ChannelKind.TELEGRAM).orElseThrow();
      List.of(CHAT, "42", "@example_channel").forEach(channel::check);
      assertThatIllegalArgumentException().isThrownBy(() -> channel.check(address));
    }
  }

  @Test
  void settingsShowNoSecrets() {
    Mail mail =
        new Mail("localhost", 25, Security.TLS, "user", "pass", "a@example.org", Path.of("ca.pem"));
    Telegram telegram = new Telegram(Telegram.OFFICIAL_API, TOKEN);
    assertThat(new ChannelSettings(mail, telegram, false).toString())
        .contains("localhost")
        .doesNotContain("pass", TOKEN);
  }

  @Test
  void onlyWhatIsSetUpIsThere() {
    try (Channels channels = Channels.of(new ChannelSettings(null, null, false), id -> "secret")) {
      assertThat(ChannelKind.values())
          .filteredOn(kind -> channels.of(kind).isPresent())
          .containsExactlyInAnyOrder(
              ChannelKind.WEBHOOK, ChannelKind.SLACK, ChannelKind.MATTERMOST);
      assertThat(channels.of(ChannelKind.EMAIL)).isEmpty();
    }
  }

  private static Channels channels(URI api) {
    return Channels.of(new ChannelSettings(null, new Telegram(api, TOKEN), false), id -> "secret");
  }

  private static JsonNode body(Receiver api) throws Exception {
    return org.marsad.model.Json.MAPPER.readTree(api.requests.get(0).body());
  }

  private static String send(Channels channels, Message message) throws UndeliveredException {
    return channels
        .of(ChannelKind.TELEGRAM)
        .orElseThrow()
        .send(message, Examples.to(ChannelKind.TELEGRAM, CHAT));
  }

  private static UndeliveredException failure(Channels channels) {
    UndeliveredException failure =
        catchThrowableOfType(UndeliveredException.class, () -> send(channels, Examples.message()));
    StringWriter printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain(TOKEN).doesNotContain(CHAT);
    return failure;
  }
}

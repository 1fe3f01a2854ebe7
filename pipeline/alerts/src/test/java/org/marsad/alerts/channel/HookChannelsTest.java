// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.model.Json;
import org.marsad.model.net.AddressPolicy;

class HookChannelsTest {
  private static final String PATH = "/hooks/a1b2c3";
  private final Channels open =
      Channels.of(new ChannelSettings(null, null, true), id -> "secret of " + id);
  private final Channels guarded =
      Channels.of(new ChannelSettings(null, null, false), id -> "secret of " + id);

  @AfterEach
  void close() {
    open.close();
    guarded.close();
  }

  @Test
  void signsWhatItPosts() throws Exception {
    try (Receiver receiver = new Receiver(200, Map.of(), "ok")) {
      assertThat(send(open, ChannelKind.WEBHOOK, receiver, Examples.message()))
          .isEqualTo("HTTP 200");
      Receiver.Request request = receiver.requests.get(0);

      String signature = request.headers().getFirst("X-Marsad-Signature");
      assertThat(signature).matches("t=\\d+,v1=[0-9a-f]{64}");
      String time = signature.substring(2, signature.indexOf(','));
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = "secret of s-1".getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String body = new String(request.body(), StandardCharsets.UTF_8);
      byte[] expected = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      assertThat(signature).endsWith("v1=%064x".formatted(new BigInteger(1, expected)));

      JsonNode json = Json.MAPPER.readTree(body);
      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly("id", "kind", "language", "subject", "text", "steps", "links");
      assertThat(json.path("subject").asText()).isEqualTo(Examples.SUBJECT);
      assertThat(json.path("steps").path(0).path("observed").asLong()).isEqualTo(42);
      assertThat(json.path("links").path("INCIDENT").asText()).startsWith("https://");
      assertThat(request.headers().getFirst("Content-Type"))
          .isEqualToIgnoringCase("application/json; charset=utf-8");
    }
  }

  @Test
  void aRepetitionHasTheSameKey() throws Exception {
    try (Receiver receiver = new Receiver(204, Map.of(), "")) {
      send(open, ChannelKind.WEBHOOK, receiver, Examples.message());
      send(open, ChannelKind.WEBHOOK, receiver, Examples.message());
      assertThat(receiver.requests)
          .extracting(request -> request.headers().getFirst("Idempotency-Key"))
          .containsExactly("batch/7 x", "batch/7 x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, RETRY",
    "401, RETRY",
    "404, RETRY",
    "410, ADDRESS_REFUSED",
    "408, RETRY",
    "409, RETRY",
    "425, RETRY",
    "429, RETRY",
    "500, REPEAT",
    "503, RETRY"
  })
  void actsByTheStatus(int status, Remedy remedy) throws IOException {
    try (Receiver receiver = new Receiver(status, Map.of("Retry-After", "120"), "no")) {
      UndeliveredException failure = failure(open, receiver.uri(PATH).toString());
      assertThat(failure.remedy()).isEqualTo(remedy);
      assertThat(failure.retryAfter())
          .isEqualTo(remedy == Remedy.ADDRESS_REFUSED ? null : Duration.ofMinutes(2));
    }
  }

  @Test
  void followsNoRedirect() throws IOException {
    try (Receiver target = new Receiver(200, Map.of(), "");
        Receiver receiver = new Receiver(307, Map.of("Location", target.uri("/").toString()), "")) {
      assertThat(failure(open, receiver.uri(PATH).toString()).remedy())
          .isEqualTo(Remedy.ADDRESS_REFUSED);
      assertThat(target.requests).isEmpty();
    }
  }

  @Test
  void readsOnlyTheBeginningOfAnAnswer() throws Exception {
    try (Receiver receiver = new Receiver(200, Map.of(), "x".repeat(5_000_000))) {
      assertThat(send(open, ChannelKind.WEBHOOK, receiver, Examples.message()))
          .isEqualTo("HTTP 200");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "[::1]",
        "localhost",
        "169.254.169.254",
        "2130706433",
        "0x7f000001",
        "127.1",
        "0x7f.0.0.1",
        "[::ffff:127.0.0.1]",
        "[fd00::1]",
        "0.0.0.0"
      })
  void reachesNoPrivateAddress(String host) {
    assertThat(failure(guarded, "https://" + host + PATH).remedy())
        .isEqualTo(Remedy.ADDRESS_REFUSED);
  }

  @Test
  void theConnectionItselfIsGuarded() throws IOException {
    try (Receiver receiver = new Receiver(200, Map.of(), "");
        HttpPoster poster = HttpPoster.guarded(AddressPolicy.PUBLIC_ONLY, HttpPoster.LIMITS)) {
      UndeliveredException failure =
          catchThrowableOfType(
              UndeliveredException.class,
              () -> poster.post(receiver.uri(PATH), new byte[0], Map.of()));
      assertThat(failure).hasMessageContaining("private-webhooks");
      assertThat(failure.remedy()).isEqualTo(Remedy.ADDRESS_REFUSED);
      assertThat(receiver.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/a1b2c3",
        "ftp://hooks.example.org/a1b2c3",
        "/a1b2c3",
        "",
        "https://user:pw@hooks.example.org/a1b2c3",
        "https://hooks.example.org/a1b2c3#x",
        "https://hooks.example.org:99999/a1b2c3",
        "https://hooks.example.org/a1b2c3\r\nX: y",
        "http://10.0.0.1/a1b2c3"
      })
  void takesHttpsOnly(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> channel(open, ChannelKind.SLACK).check(url))
        .withMessageContaining("expected one such as https://")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("a1b2c3"));
  }

  @Test
  void postsBlocksToSlackWithinItsLimits() throws Exception {
    try (Receiver receiver = new Receiver(200, Map.of(), "ok")) {
      Message message = Examples.message("<!channel> " + "é".repeat(200), "&".repeat(4000));
      send(open, ChannelKind.SLACK, receiver, message);
      JsonNode json = Json.MAPPER.readTree(receiver.requests.get(0).body());
      assertThat(json.path("text").asText()).startsWith("&lt;!channel&gt; ");
      JsonNode blocks = json.path("blocks");
      assertThat(blocks.findValuesAsText("type"))
          .contains("header", "section", "actions", "button", "context");
      JsonNode header = blocks.path(0).path("text");
      assertThat(header.path("type").asText()).isEqualTo("plain_text");
      assertThat(header.path("text").asText()).hasSize(150).endsWith("…");
      String section = blocks.path(1).path("text").path("text").asText();
      assertThat(section).hasSizeBetween(2990, 3000).endsWith("&amp;…");
      assertThat(blocks.path(2).path("elements").path(0).path("url").asText())
          .isEqualTo(Examples.LINKS.get(Message.Link.INCIDENT));
    }
  }

  @Test
  void postsMarkdownToMattermostThatCallsNobody() throws Exception {
    try (Receiver receiver = new Receiver(200, Map.of(), "ok")) {
      Message message = Examples.message("*a* @all", "_b_ @channel https://example.org/c_d_e");
      send(open, ChannelKind.MATTERMOST, receiver, message);
      JsonNode json = Json.MAPPER.readTree(receiver.requests.get(0).body());
      assertThat(json.path("text").asText()).isEqualTo("**\\*a\\* @\u200Ball**");
      JsonNode attachment = json.path("attachments").path(0);
      assertThat(attachment.path("fallback").asText()).isEqualTo("*a* @\u200Ball");
      assertThat(attachment.path("text").asText())
          .startsWith("\\_b\\_ @\u200Bchannel https://example.org/c_d_e\n")
          .contains("(<https://marsad.example.org/incidents/7?a=1&b=2>)");
    }
  }

  private static AlertChannel channel(Channels channels, ChannelKind kind) {
    return channels.of(kind).orElseThrow();
  }

  private static String send(
      Channels channels, ChannelKind kind, Receiver receiver, Message message)
      throws UndeliveredException {
    String url = receiver.uri(PATH).toString();
    return channel(channels, kind).send(message, Examples.to(kind, url));
  }

  private static UndeliveredException failure(Channels channels, String url) {
    UndeliveredException failure =
        catchThrowableOfType(
            UndeliveredException.class,
            () ->
                channel(channels, ChannelKind.WEBHOOK)
                    .send(Examples.message(), Examples.to(ChannelKind.WEBHOOK, url)));
    StringWriter printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain(PATH).doesNotContain("secret of");
    return failure;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.model.Json;
import org.marsad.model.net.RetryAfter;

/**
 * Sends by the {@code sendMessage} method of Telegram's Bot API. Telegram knows no repetitions: a
 * message that is sent again after a crash is shown twice.
 */
final class TelegramChannel implements AlertChannel {
  private static final Pattern CHAT = Pattern.compile("-?\\d{1,19}|@[A-Za-z][A-Za-z0-9_]{3,31}");

  private static final Pattern MESSAGE_NUMBER = Pattern.compile("\"message_id\":\\s*(\\d+)");

  /** What Telegram says with status 400 about a chat that we cannot write to. */
  private static final List<String> CHAT_FAULTS =
      List.of("chat not found", "user not found", "peer_id_invalid", "upgraded", "rights", "write");

  private final URI method;
  private final HttpPoster poster;

  /**
   * @throws IllegalArgumentException if the token cannot be one; without the token
   */
  TelegramChannel(ChannelSettings.Telegram settings, HttpPoster poster) {
    if (!settings.token().matches("\\d+:[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "the Telegram token is not of the form NUMBER:LETTERS that BotFather gives");
    }
    String api = settings.api().toString().replaceAll("/+$", "");
    this.method = URI.create(api + "/bot" + settings.token() + "/sendMessage");
    this.poster = poster;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.TELEGRAM;
  }

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    TelegramText text = TelegramText.of(message);
    Map<String, Object> subject = Map.of("type", "bold", "offset", 0, "length", text.bold());
    Map<String, Object> body =
        Map.of(
            "chat_id", to.address(),
            "text", text.text(),
            "entities", List.of(subject),
            "link_preview_options", Map.of("is_disabled", true));
    HttpPoster.Answer answer = poster.post(method, HookClient.json(body), Map.of());
    if (answer.status() != 200) {
      throw refused(answer.status(), json(answer.body()));
    }
    // The answer repeats the message and may be cut, so that it is no JSON any more.
    Matcher number = MESSAGE_NUMBER.matcher(answer.body());
    return "HTTP 200" + (number.find() ? ", message " + number.group(1) : "");
  }

  @Override
  public void check(String address) {
    if (!CHAT.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "not a Telegram chat; expected the number of a chat, or a channel such as @example");
    }
  }

  private static UndeliveredException refused(int status, JsonNode json) {
    Remedy remedy = remedy(status, json.path("description").asText());
    String hint = remedy == Remedy.OPERATOR ? "; check the bot's token and the API's URL" : "";
    return new UndeliveredException(
        remedy, "Telegram answered HTTP " + status + hint, retryAfter(json), null);
  }

  private static Remedy remedy(int status, String description) {
    if (status == 403) {
      return Remedy.ADDRESS_REFUSED;
    }
    if (status == 400) {
      String fault = description.toLowerCase(Locale.ROOT);
      boolean ofChat = CHAT_FAULTS.stream().anyMatch(fault::contains);
      return ofChat ? Remedy.ADDRESS_REFUSED : Remedy.OPERATOR;
    }
    // 404 is the answer to a token that never was one.
    boolean passing = status >= 500 || status == 429 || status == 408 || status == 409;
    return passing ? Remedy.RETRY : Remedy.OPERATOR;
  }

  private static @Nullable Duration retryAfter(JsonNode json) {
    JsonNode seconds = json.path("parameters").path("retry_after");
    if (!seconds.canConvertToLong()) {
      return null;
    }
    long most = RetryAfter.MAX.toSeconds();
    return Duration.ofSeconds(Math.max(0, Math.min(most, seconds.asLong())));
  }

  private static JsonNode json(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      // The page of a gateway between us: the status says enough.
      return MissingNode.getInstance();
    }
  }
}

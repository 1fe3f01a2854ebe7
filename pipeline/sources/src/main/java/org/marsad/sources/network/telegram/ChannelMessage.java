// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.article.PlainText;

/**
 * One message of a preview.
 *
 * @param channel as its address writes it
 * @param text what the channel published, also where it forwards it; empty for a notice of the
 *     service and for media without a caption
 * @param answered the message of the channel that it answers
 */
record ChannelMessage(
    String channel, long id, String text, @Nullable Instant published, @Nullable Long answered) {
  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9_]{2,64})/(\\d{1,15})");

  /** The original of an answer is shown above it, in places under the class of a text. */
  private static final String QUOTED = ".tgme_widget_message_reply";

  private static final String TEXT = ".js-message_text";

  /** A question and its answers are the channel's words, too. */
  private static final String POLL =
      ".tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text";

  /**
   * @return null where the element does not say which message it is
   */
  static @Nullable ChannelMessage of(Element message) {
    Matcher address = ADDRESS.matcher(message.attr("data-post"));
    if (!address.matches()) {
      return null;
    }
    String text = message.hasClass("service_message") ? "" : text(message);
    return new ChannelMessage(
        address.group(1),
        Long.parseLong(address.group(2)),
        text,
        published(message),
        answered(message, address.group(1)));
  }

  String url() {
    return "https://t.me/" + channel + "/" + id;
  }

  private static String text(Element message) {
    List<Element> own =
        message.select(TEXT).stream()
            .filter(part -> part.closest(QUOTED) == null)
            // An album wraps its caption twice.
            .filter(part -> part.parent() == null || part.parent().closest(TEXT) == null)
            .toList();
    String words = joined(own);
    String poll = joined(message.select(POLL));
    return words.isEmpty() || poll.isEmpty() ? words + poll : words + "\n\n" + poll;
  }

  private static String joined(List<Element> parts) {
    return parts.stream()
        .map(PlainText::of)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable Long answered(Element message, String channel) {
    Element original = message.selectFirst("a" + QUOTED);
    if (original == null) {
      return null;
    }
    Matcher address = ADDRESS.matcher(original.attr("href").replaceFirst("^https://t\\.me/", ""));
    return address.matches() && address.group(1).equalsIgnoreCase(channel)
        ? Long.valueOf(address.group(2))
        : null;
  }

  private static @Nullable Instant published(Element message) {
    Element time = message.selectFirst(".tgme_widget_message_date time[datetime]");
    if (time == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time.attr("datetime")).toInstant();
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}

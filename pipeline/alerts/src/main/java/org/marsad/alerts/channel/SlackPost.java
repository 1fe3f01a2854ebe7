// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.message.Labels;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;

/**
 * What an incoming web hook of Slack takes: a header, the text, buttons, and a line with the link
 * to unsubscribe, within the limits of Slack's Block Kit.
 *
 * <p>Texts go as {@code plain_text}: in {@code mrkdwn}, stars and underscores of a quotation would
 * turn into formatting, and {@code <!channel>} would call everybody.
 */
final class SlackPost {
  private static final int MAX_HEADER = 150;
  private static final int MAX_SECTION = 3000;

  private SlackPost() {}

  static Map<String, Object> of(Message message) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(Map.of("type", "header", "text", plain(message.subject(), MAX_HEADER)));
    blocks.add(Map.of("type", "section", "text", plain(message.text(), MAX_SECTION)));
    List<Map<String, Object>> buttons = buttons(message);
    if (!buttons.isEmpty()) {
      blocks.add(Map.of("type", "actions", "elements", buttons));
    }
    String unsubscribe = message.link(Link.UNSUBSCRIBE);
    if (unsubscribe != null) {
      String label = Labels.of(message.language()).link(Link.UNSUBSCRIBE);
      String link = "<" + escape(unsubscribe, MAX_SECTION) + "|" + label + ">";
      blocks.add(
          Map.of("type", "context", "elements", List.of(Map.of("type", "mrkdwn", "text", link))));
    }
    // Shown in notifications, and where blocks are not.
    return Map.of("text", escape(message.subject(), MAX_SECTION), "blocks", blocks);
  }

  private static List<Map<String, Object>> buttons(Message message) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    for (Link link : List.of(Link.INCIDENT, Link.CONFIRM)) {
      String url = message.link(link);
      if (url != null) {
        String label = Labels.of(message.language()).link(link);
        buttons.add(Map.of("type", "button", "text", plain(label, MAX_HEADER), "url", url));
      }
    }
    return buttons;
  }

  private static Map<String, Object> plain(String text, int max) {
    return Map.of("type", "plain_text", "text", escape(text, max), "emoji", false);
  }

  private static String escape(String text, int max) {
    return Texts.cut(text.codePoints().mapToObj(SlackPost::escape), max);
  }

  private static String escape(int character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(character);
    };
  }
}

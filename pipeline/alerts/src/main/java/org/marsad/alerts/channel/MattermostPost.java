// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.marsad.alerts.message.Labels;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;

/** What an incoming web hook of Mattermost takes: the subject, and the text as an attachment. */
final class MattermostPost {
  private static final int MAX_TITLE = 300;

  /** A post may have 16,383 characters in all. */
  private static final int MAX_TEXT = 12_000;

  private MattermostPost() {}

  static Map<String, Object> of(Message message) {
    String subject = Texts.cut(message.subject(), MAX_TITLE);
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("fallback", Markdown.withoutMentions(subject));
    attachment.put("text", Markdown.cut(message.text(), MAX_TEXT) + links(message));
    return Map.of(
        "text",
        "**" + Markdown.cut(subject, 2 * MAX_TITLE) + "**",
        "attachments",
        List.of(attachment));
  }

  private static String links(Message message) {
    List<String> links = new ArrayList<>();
    Stream.of(Link.values())
        .filter(link -> message.link(link) != null)
        .forEach(
            link -> {
              String url = Objects.requireNonNull(message.link(link));
              links.add("[" + Labels.of(message.language()).link(link) + "](<" + url + ">)");
            });
    return links.isEmpty() ? "" : "\n\n" + String.join(" · ", links);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/** Posts to an incoming web hook of Mattermost: the subject, and the text as an attachment. */
final class MattermostChannel implements AlertChannel {
  private static final int MAX_TITLE = 300;

  /** A post may have 16,383 characters in all. */
  private static final int MAX_TEXT = 12_000;

  private final HookClient client;

  MattermostChannel(HookClient client) {
    this.client = client;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.MATTERMOST;
  }

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    return client.post(to.address(), HookClient.json(body(message)), message.id(), Map.of());
  }

  @Override
  public void check(String address) {
    client.check(address);
  }

  private static Map<String, Object> body(Message message) {
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
              links.add("[" + LinkLabels.of(link, message.language()) + "](<" + url + ">)");
            });
    return links.isEmpty() ? "" : "\n\n" + String.join(" · ", links);
  }
}

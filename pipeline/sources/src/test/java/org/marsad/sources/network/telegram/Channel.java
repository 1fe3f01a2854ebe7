// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import java.net.URI;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.sources.http.LoopbackSite;

/** An invented channel, with a preview of the form that Telegram's has. */
final class Channel {
  private static final int PAGE = 20;

  private final LoopbackSite site;
  private final NavigableMap<Long, String> messages = new TreeMap<>();

  Channel(LoopbackSite site) {
    this.site = site;
    publish();
  }

  URI url() {
    return site.url("/s/CanalFictif");
  }

  /** With texts such as "message 7". */
  Channel says(long from, long to) {
    for (long id = from; id <= to; id++) {
      messages.put(id, text("message " + id));
    }
    return publish();
  }

  Channel says(long id, String content) {
    messages.put(id, content);
    return publish();
  }

  Channel deletes(long id) {
    messages.remove(id);
    return publish();
  }

  static String text(String html) {
    return "<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">"
        + html
        + "</div>";
  }

  private Channel publish() {
    page("", Long.MAX_VALUE);
    messages.keySet().forEach(id -> page("?before=" + id, id));
    return this;
  }

  private void page(String query, long before) {
    String shown =
        messages.headMap(before, false).descendingMap().entrySet().stream()
            .limit(PAGE)
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> message(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    site.with(
        "/s/CanalFictif" + query,
        "text/html; charset=utf-8",
        "<html><body><main><section class=\"tgme_channel_history js-message_history\">"
            + shown
            + "</section></main></body></html>");
  }

  private static String message(long id, String content) {
    return "<div class=\"tgme_widget_message_wrap\"><div class=\"tgme_widget_message\" data-post=\""
        + "CanalFictif/"
        + id
        + "\"><div class=\"tgme_widget_message_author\"><a href=\"https://t.me/CanalFictif\">Canal"
        + " fictif</a></div>"
        + content
        + "<span class=\"tgme_widget_message_meta\"><span class=\"tgme_widget_message_from_author\">"
        + "Quelqu'un</span>, edited <a class=\"tgme_widget_message_date\" href=\"https://t.me/"
        + "CanalFictif/"
        + id
        + "\"><time datetime=\"2026-03-01T08:00:00+00:00\">08:00</time></a></span></div></div>";
  }
}

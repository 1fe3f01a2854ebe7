// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.ListingCursor;

/**
 * A page of about twenty messages.
 *
 * @param unreadable fingerprints of messages that do not say which they are
 */
record PreviewPage(List<ChannelMessage> messages, Set<String> unreadable) {
  private static final String MESSAGE = ".tgme_widget_message";
  private static final String HISTORY = ".tgme_channel_history, .js-message_history";

  /**
   * @return null where it is no preview
   */
  static @Nullable PreviewPage parse(String html) {
    Document page = Jsoup.parse(html);
    List<Element> shown = page.select(MESSAGE);
    if (shown.isEmpty() && page.selectFirst(HISTORY) == null) {
      return null;
    }
    List<ChannelMessage> messages = new ArrayList<>();
    Set<String> unreadable = new LinkedHashSet<>();
    for (Element element : shown) {
      ChannelMessage message = ChannelMessage.of(element);
      if (message == null) {
        unreadable.add(ListingCursor.fingerprint(null, element.text()));
      } else {
        messages.add(message);
      }
    }
    return new PreviewPage(List.copyOf(messages), unreadable);
  }
}

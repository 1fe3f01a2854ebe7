// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;

/**
 * A message as Telegram shows it: the subject, a blank line, the text. No markup, so that nothing
 * needs escapes.
 *
 * @param bold UTF-16 units of the subject, from the start
 */
record TelegramText(String text, int bold) {
  private static final int MAX = 4096;
  private static final int MAX_SUBJECT = 256;

  /** Telegram sets each line by its first letter, which may be that of a Latin name or a link. */
  private static final String RIGHT_TO_LEFT_MARK = "\u200F";

  static TelegramText of(Message message) {
    String subject = directed(message, Texts.cut(message.subject(), MAX_SUBJECT));
    String text = subject + "\n\n" + directed(message, message.text());
    if (text.length() > MAX) {
      String more = more(message);
      text = Texts.cut(text, MAX - more.length()) + more;
    }
    return new TelegramText(text, subject.length());
  }

  /** Where to read on. */
  private static String more(Message message) {
    String url = message.link(Link.INCIDENT);
    return url == null ? "" : "\n\n" + directed(message, url);
  }

  private static String directed(Message message, String text) {
    return message.rightToLeft() ? text.replaceAll("(?m)^(?=.)", RIGHT_TO_LEFT_MARK) : text;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail server on this computer, and what it was handed. */
final class MailServer implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private MailServer() {}

  static MailServer start() {
    MailServer mail = new MailServer();
    mail.server.start();
    return mail;
  }

  /** For the section alerts of settings: mail goes here. */
  String settings() {
    return """

      mail:
        host: 127.0.0.1
        port: %d
        security: none
        from: alerts@example.org
    """
        .formatted(server.getSmtp().getPort());
  }

  /** The texts of the mails, before their HTML, decoded. */
  List<String> texts() {
    return Stream.of(server.getReceivedMessages()).map(MailServer::text).toList();
  }

  /** Each mail with its subject and all parts that are text, decoded. */
  List<String> whole() {
    return Stream.of(server.getReceivedMessages()).map(MailServer::whole).toList();
  }

  /** The first match in the first mail that has one. */
  Optional<String> find(Pattern pattern) {
    return texts().stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static String text(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return (String) parts.getBodyPart(0).getContent();
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String whole(MimeMessage message) {
    try {
      return message.getSubject() + "\n" + allTexts(message.getContent());
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String allTexts(Object content) throws IOException, MessagingException {
    if (!(content instanceof MimeMultipart parts)) {
      return content instanceof String text ? text + "\n" : "";
    }
    StringBuilder all = new StringBuilder();
    for (int part = 0; part < parts.getCount(); part++) {
      all.append(allTexts(parts.getBodyPart(part).getContent()));
    }
    return all.toString();
  }

  @Override
  public void close() {
    server.stop();
  }
}

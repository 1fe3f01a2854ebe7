// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.Message.Link;

/**
 * A message as mail: {@code alternative(text, related(html, pictures))}, in UTF-8. Says that no
 * human wrote it, so that absence notes stay away (RFC 3834), and how to leave the list with one
 * click (RFC 2369, RFC 8058).
 */
final class MimeMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  MimeMail(Session session, InternetAddress from, InternetAddress to, Message message)
      throws MessagingException {
    super(session);
    String domain = MailAddress.domain(from);
    messageId = "<" + atoms(message.id()) + "@" + domain + ">";
    setFrom(from);
    setRecipient(RecipientType.TO, to);
    setSubject(message.subject().replaceAll("\\p{Cntrl}+", " ").strip(), UTF_8);
    setSentDate(Date.from(Instant.now()));
    setContentLanguage(new String[] {message.language()});
    setHeader("Auto-Submitted", "auto-generated");
    String unsubscribe = message.link(Link.UNSUBSCRIBE);
    if (unsubscribe != null) {
      subscribed(domain, URI.create(unsubscribe));
    }
    setContent(alternatives(message));
    saveChanges();
  }

  /** Only what was subscribed to is a list's: a confirmation is not. */
  private void subscribed(String domain, URI unsubscribe) throws MessagingException {
    setHeader("Precedence", "list");
    setHeader("List-Id", "Marsad <alerts." + domain + ">");
    setHeader("List-Unsubscribe", "<" + unsubscribe.toASCIIString() + ">");
    if ("https".equalsIgnoreCase(unsubscribe.getScheme())) {
      setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  /** The same for the same message, for mailboxes to tell a repetition. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeMultipart alternatives(Message message) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(crlf(message.text()), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    if (message.pictures().isEmpty()) {
      html.setText(crlf(message.html()), UTF_8, "html");
    } else {
      html.setContent(related(message));
    }
    return new MimeMultipart("alternative", text, html);
  }

  private static MimeMultipart related(Message message) throws MessagingException {
    MimeBodyPart html = new MimeBodyPart();
    html.setText(crlf(message.html()), UTF_8, "html");
    MimeMultipart related = new MimeMultipart("related", html);
    for (Map.Entry<String, Supplier<byte[]>> picture :
        new TreeMap<>(message.pictures()).entrySet()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(picture.getValue().get(), "image/png")));
      part.setContentID("<" + picture.getKey() + ">");
      part.setDisposition(Part.INLINE);
      related.addBodyPart(part);
    }
    return related;
  }

  private static String crlf(String text) {
    return text.replaceAll("\\R", "\r\n");
  }

  /** Letters, digits and hyphens as they are, all else in hexadecimal (RFC 5322, 3.6.4). */
  private static String atoms(String id) {
    StringBuilder atoms = new StringBuilder();
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = octet > 0 && (Character.isLetterOrDigit(octet) || octet == '-');
      atoms.append(isPlain ? Character.toString(octet) : "=%02X".formatted(octet));
    }
    return atoms.toString();
  }
}

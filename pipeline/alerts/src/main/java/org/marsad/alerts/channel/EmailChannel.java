// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/** Hands mail to the operator's server by SMTP (RFC 5321), one connection a message. */
final class EmailChannel implements AlertChannel {
  /** Of each step; a server that answers at all answers in seconds. */
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** The number of an answer, and the number in the server's queue in its usual forms. */
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "(\\d{3})(?:.*?\\b(?:queued as|id=?)\\s*([A-Za-z0-9-]{4,40})\\b)?.*", Pattern.DOTALL);

  private final ChannelSettings.Mail settings;
  private final InternetAddress from;
  private final Session session;

  EmailChannel(ChannelSettings.Mail settings) {
    this(settings, TIMEOUT);
  }

  /**
   * @throws IllegalArgumentException if a setting cannot be used; says which and why
   */
  EmailChannel(ChannelSettings.Mail settings, Duration timeout) {
    this.settings = settings;
    this.from = named(MailAddress.sender(settings.from()));
    // Servers refuse the bare name that a container or a laptop has.
    this.session = MailSession.of(settings, timeout, MailAddress.domain(from));
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    InternetAddress recipient = recipient(to.address());
    try {
      MimeMail mail = new MimeMail(session, from, recipient, message);
      return submit(mail);
    } catch (MessagingException e) {
      // The text may quote a header.
      throw new UndeliveredException(Remedy.OPERATOR, "the message has no form as mail", null);
    }
  }

  @Override
  public void check(String address) {
    MailAddress.recipient(address);
  }

  private String submit(MimeMail mail) throws MessagingException, UndeliveredException {
    SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
    try {
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      transport.sendMessage(mail, mail.getAllRecipients());
      return receipt(transport.getLastServerResponse());
    } catch (MessagingException e) {
      throw MailFaults.of(e, transport.getLastReturnCode());
    } finally {
      close(transport);
    }
  }

  private static String receipt(String answer) {
    Matcher accepted = ACCEPTED.matcher(answer);
    if (!accepted.matches()) {
      return "accepted";
    }
    String queued = accepted.group(2);
    return "SMTP " + accepted.group(1) + (queued == null ? "" : ", queued as " + queued);
  }

  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // What matters has been said before.
    }
  }

  private static InternetAddress recipient(String address) throws UndeliveredException {
    try {
      return MailAddress.recipient(address);
    } catch (IllegalArgumentException e) {
      throw new UndeliveredException(Remedy.ADDRESS_REFUSED, String.valueOf(e.getMessage()), null);
    }
  }

  private static InternetAddress named(InternetAddress sender) {
    try {
      sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
      return sender;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }
}

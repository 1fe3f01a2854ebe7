// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import jakarta.mail.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Properties;
import org.marsad.alerts.channel.ChannelSettings.Mail;
import org.marsad.alerts.channel.ChannelSettings.Security;
import org.marsad.model.net.AddressPolicy;

/** The settings of the mail server in the terms of Jakarta Mail. */
final class MailSession {
  private MailSession() {}

  /**
   * @param timeout to connect and for each write; an answer may take four times as long, as servers
   *     look through a mail before they take it
   * @param localName by which we greet the server
   * @throws IllegalArgumentException if mail would go over a network without TLS
   */
  static Session of(Mail settings, Duration timeout, String localName) {
    if (settings.security() == Security.NONE && !isLoopback(settings.host())) {
      throw new IllegalArgumentException(
          "mail to %s would travel unprotected: set the security to STARTTLS or TLS; NONE is only for this machine"
              .formatted(settings.host()));
    }
    Properties properties = new Properties();
    set(properties, "auth", settings.user() != null);
    set(properties, "localhost", localName);
    set(properties, "quitwait", false);
    set(properties, "connectiontimeout", timeout.toMillis());
    set(properties, "writetimeout", timeout.toMillis());
    set(properties, "timeout", timeout.multipliedBy(4).toMillis());
    set(properties, "ssl.enable", settings.security() == Security.TLS);
    set(properties, "starttls.enable", settings.security() == Security.STARTTLS);
    set(properties, "starttls.required", settings.security() == Security.STARTTLS);
    set(properties, "ssl.checkserveridentity", true);
    set(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
    if (settings.trust() != null) {
      properties.put("mail.smtp.ssl.socketFactory", MailTls.trusting(settings.trust()));
      // Otherwise a failure is tried again with the authorities that Java knows.
      set(properties, "ssl.socketFactory.fallback", false);
      set(properties, "socketFactory.fallback", false);
    }
    return Session.getInstance(properties);
  }

  private static void set(Properties properties, String name, Object value) {
    properties.setProperty("mail.smtp." + name, value.toString());
  }

  private static boolean isLoopback(String host) {
    try {
      URI uri = new URI("smtp", null, host, -1, null, null, null);
      return AddressPolicy.forConfigured(uri) == AddressPolicy.PUBLIC_AND_LOOPBACK;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a name of a mail server: " + host, e);
    }
  }
}

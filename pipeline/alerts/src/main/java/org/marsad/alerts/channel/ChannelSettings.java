// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the channels need to know. Web hooks need nothing and are always there.
 *
 * @param mail null where no mail is sent
 * @param telegram null where there is no bot
 * @param privateAddresses whether web hooks may lead into private networks and to this machine;
 *     otherwise only public addresses are called, since their URLs come from subscribers
 */
public record ChannelSettings(
    @Nullable Mail mail, @Nullable Telegram telegram, boolean privateAddresses) {

  /** How a connection to the mail server is protected. */
  public enum Security {
    /** Starts plain and must turn to TLS before anything else; as a rule port 587. */
    STARTTLS,
    /** TLS from the first byte; as a rule port 465. */
    TLS,
    /** None; only for a server on this machine. */
    NONE
  }

  /**
   * The mail server that takes our messages.
   *
   * @param user null where the server asks for no login
   * @param password null where the server asks for no login
   * @param from the sender, such as {@code Marsad <alerts@example.org>}
   * @param trust a PEM file with the certificates of the authorities to trust in place of those
   *     that Java knows; null for those that Java knows
   */
  public record Mail(
      String host,
      int port,
      Security security,
      @Nullable String user,
      @Nullable String password,
      String from,
      @Nullable Path trust) {

    /** Without the login. */
    @Override
    public String toString() {
      return "Mail[host=%s, port=%d, security=%s, from=%s]".formatted(host, port, security, from);
    }
  }

  /**
   * A Telegram bot.
   *
   * @param api where the Bot API is, see {@link #OFFICIAL_API}
   * @param token the bot's secret
   */
  public record Telegram(URI api, String token) {
    public static final URI OFFICIAL_API = URI.create("https://api.telegram.org");

    /** Without the token. */
    @Override
    public String toString() {
      return "Telegram[api=" + api + "]";
    }
  }
}

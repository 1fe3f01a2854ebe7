// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.ChannelSettings;
import org.marsad.model.Secret;

/**
 * How people hear of alerts.
 *
 * @param publicUrl where readers reach the dashboard: links in messages lead there
 * @param every how often the outbox is looked at
 * @param settle how long what is found after an absence waits for the rest, to go out as one digest
 * @param hourlyCap messages an hour to all subscribers together
 * @param operator the e-mail address that hears when alerting itself fails; null for nobody
 * @param heartbeatUrl is called after every look at the outbox that went well; null for none
 * @param privateWebhooks whether web hooks may lead into private networks
 * @param mail null where no mail is sent
 * @param telegram null where there is no bot
 */
public record DeliverySettings(
    URI publicUrl,
    Duration every,
    Duration settle,
    int hourlyCap,
    @Nullable String operator,
    @Nullable URI heartbeatUrl,
    boolean privateWebhooks,
    @Nullable Mail mail,
    @Nullable Telegram telegram)
    implements Serializable {
  private static final String TELEGRAM_TOKEN = "MARSAD_TELEGRAM_TOKEN";

  /** The mail server, as {@link ChannelSettings.Mail} describes it. */
  public record Mail(
      String host,
      int port,
      ChannelSettings.Security security,
      @Nullable String user,
      @Nullable Secret password,
      String from)
      implements Serializable {

    /** Without the login. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** The bot. */
  public record Telegram(Secret token) implements Serializable {
    @Override
    public String toString() {
      return "Telegram";
    }
  }

  static DeliverySettings of(Section section, Secrets secrets) {
    return new DeliverySettings(
        section.has("public-url")
            ? section.addresses().url("public-url")
            : URI.create("http://127.0.0.1:8080"),
        section.has("dispatch-every")
            ? section.duration("dispatch-every", Duration.ofSeconds(1), Duration.ofMinutes(1))
            : Duration.ofSeconds(10),
        section.has("settle")
            ? section.duration("settle", Duration.ofSeconds(1), Duration.ofHours(1))
            : Duration.ofMinutes(10),
        section.has("hourly-cap") ? section.number("hourly-cap", 1, 100_000) : 200,
        section.has("operator") ? section.addresses().mail("operator") : null,
        section.has("heartbeat-url") ? section.addresses().url("heartbeat-url") : null,
        section.has("private-webhooks") && section.flag("private-webhooks"),
        section.section("mail").map(mail -> mail(mail, secrets)).orElse(null),
        section.section("telegram").map(telegram -> telegram(telegram, secrets)).orElse(null));
  }

  private static Mail mail(Section section, Secrets secrets) {
    Secret password = secrets.find(section, "password-file", "MARSAD_SMTP_PASSWORD");
    String user = section.has("user") ? section.text("user") : null;
    if (user != null && password == null) {
      section.fault(
          "user",
          "left out, or its password be given by the environment variable MARSAD_SMTP_PASSWORD"
              + " or by password-file");
    }
    return new Mail(
        section.text("host"),
        section.number("port", 1, 65_535),
        section.choice("security", ChannelSettings.Security.class),
        user,
        user == null ? null : password,
        section.text("from"));
  }

  private static Telegram telegram(Section section, Secrets secrets) {
    Secret token = secrets.find(section, "token-file", TELEGRAM_TOKEN);
    if (token == null) {
      section.fault(
          "token-file",
          "there, unless the environment variable " + TELEGRAM_TOKEN + " holds the bot's token");
    }
    return new Telegram(token == null ? Secret.inVariable(TELEGRAM_TOKEN) : token);
  }

  /**
   * For {@link org.marsad.alerts.channel.Channels}.
   *
   * @param environment where secrets may be
   * @throws org.marsad.model.SecretException if one is not where it should be
   */
  public ChannelSettings channels(Map<String, String> environment) {
    return new ChannelSettings(
        mail == null
            ? null
            : new ChannelSettings.Mail(
                mail.host(),
                mail.port(),
                mail.security(),
                mail.user(),
                mail.password() == null ? null : mail.password().text(environment),
                mail.from(),
                null),
        telegram == null
            ? null
            : new ChannelSettings.Telegram(
                ChannelSettings.Telegram.OFFICIAL_API, telegram.token().text(environment)),
        privateWebhooks);
  }

  /** Without people's addresses and secrets. */
  @Override
  public String toString() {
    return "DeliverySettings[publicUrl=" + publicUrl + ", mail=" + mail + "]";
  }
}

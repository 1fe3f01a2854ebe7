// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alerts.channel.ChannelSettings;
import org.marsad.index.accounts.Role;
import org.marsad.model.DocumentKind;
import org.marsad.model.Opening;
import org.marsad.model.RetentionPeriods;
import org.marsad.model.Secret;
import org.marsad.model.net.AddressRange;

class SettingsTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("marsad.home"), "k8s/base/pipeline/config/marsad.yaml");

  @TempDir Path folder;

  @Test
  void readsTheShippedFile() {
    Settings settings = Settings.read(SHIPPED);

    assertThat(settings.dashboard().host()).isEqualTo("127.0.0.1");
    assertThat(settings.polling().minDelay()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(settings.polling().minPollEvery()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.polling().maxPollEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.polling().maxPageBytes()).isEqualTo(10_000_000);
    assertThat(settings.pipeline().rememberFor()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.archive())
        .isEqualTo(
            new Settings.Archive(
                true, 256_000_000, Duration.ofDays(365), 100_000_000_000L, 1_000_000_000));
    assertThat(settings.alerts().late()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.alerts().rulesFile()).isNotNull().hasFileName("rules.yaml");
    assertThat(settings.alerts().delivery().settle()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.alerts().delivery().mail()).isNull();
  }

  @Test
  void aFileFromBeforeThereWereAlertsIsStillGood() throws IOException {
    Settings former = Settings.read(write(beforeAlerts()));
    Settings shipped = Settings.read(SHIPPED);

    assertThat(former.archive()).isEqualTo(shipped.archive());
    assertThat(former.alerts().rulesFile()).isNull();
    assertThat(former.alerts().late()).isEqualTo(shipped.alerts().late());
    assertThat(former.alerts().delivery()).isEqualTo(shipped.alerts().delivery());
  }

  @Test
  void passwordsComeFromTheEnvironmentOrFromFilesAndAreNotShown() throws IOException {
    Files.writeString(folder.resolve("token"), "planted-token\n");
    Path file =
        write(
            beforeAlerts()
                + """
                alerts:
                  operator: operator@example.org
                  heartbeat-url: https://monitor.example.org/planted-check
                  mail:
                    host: mail.example.org
                    port: 587
                    security: starttls
                    user: marsad
                    from: Marsad <alerts@example.org>
                  telegram:
                    token-file: token
                """);

    Map<String, String> environment = Map.of("MARSAD_SMTP_PASSWORD", "planted-password");
    Settings settings = Settings.read(file, environment);

    ChannelSettings channels = settings.alerts().delivery().channels(environment);
    assertThat(channels.mail())
        .isNotNull()
        .satisfies(mail -> assertThat(mail.password()).isEqualTo("planted-password"));
    assertThat(channels.telegram())
        .isNotNull()
        .satisfies(telegram -> assertThat(telegram.token()).isEqualTo("planted-token"));
    assertThat(settings.toString()).doesNotContain("planted", "operator@");
  }

  @Test
  void listsAllFaultsOfAlertsWithoutAddressesAndSecrets() throws IOException {
    Path file =
        write(
            beforeAlerts()
                + """
                alerts:
                  rules-file: absent.yaml
                  late: 30
                  private-webhooks: maybe
                  operator: planted person
                  heartbeat-url: planted
                  mail:
                    host: mail.example.org
                    port: 587
                    security: some
                    user: marsad
                    password: planted
                    from: Marsad <alerts@example.org>
                  telegram: {}
                """);

    assertThatThrownBy(() -> Settings.read(file, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("alerts.rules-file must be a file that can be read")
        .hasMessageContaining("alerts.late is 30; it must be a duration")
        .hasMessageContaining("alerts.private-webhooks is \"maybe\"; it must be true or false")
        .hasMessageContaining("alerts.operator must be an e-mail address")
        .hasMessageContaining("alerts.heartbeat-url must be an address")
        .hasMessageContaining("alerts.mail.security is \"some\"; it must be one of [starttls, tls,")
        .hasMessageContaining("alerts.mail.user must be left out, or its password be given")
        .hasMessageContaining("alerts.mail.password is not a setting")
        .hasMessageContaining("alerts.telegram.token-file must be there, unless")
        .message()
        .doesNotContain("planted");
  }

  @Test
  void listsAllFaultsAtOnceWithKeyAndAllowedValues() throws IOException {
    String shipped = Files.readString(SHIPPED);
    Path file =
        write(
            shipped
                .replace("min-delay: 2s", "min-delay: soon")
                .replace("threads: 8", "threads: 800")
                .replace("port: 8080", "prot: 8080")
                .replace("pipeline:", "pipelin:"));

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("polling.min-delay is \"soon\"; it must be a duration")
        .hasMessageContaining("polling.threads is 800; it must be a whole number from 1 to 64")
        .hasMessageContaining("dashboard.port is missing")
        .hasMessageContaining(
            "dashboard.prot is not a setting; the settings are [host, legal-basis, oidc,")
        .hasMessageContaining("pipelin is not a section")
        .hasMessageContaining("pipeline is missing");
  }

  @Test
  void opensToOthersOnlyWithTheRecordThatTheLawAsksFor() throws IOException {
    String open =
        Files.readString(SHIPPED)
            .replace("  rules-file: rules.yaml\n", "")
            .replace("  # public-address:", "  public-address:")
            .replace("  # trusted-proxies:", "  trusted-proxies:")
            .replace("  # legal-basis:", "  legal-basis:")
            .replace("  # retention-days:", "  retention-days:")
            .replaceAll("  #   (articles|comments|posts):", "    $1:");
    DashboardPlace place = Settings.read(write(open)).dashboard();
    assertThat(place.opening())
        .isEqualTo(
            new Opening(
                URI.create("https://marsad.example.org/"),
                "CNDP authorisation A-PO-000/2026",
                Map.of(
                    DocumentKind.ARTICLE, 3650, DocumentKind.COMMENT, 365, DocumentKind.POST, 180),
                List.of(
                    AddressRange.parse("192.0.2.7"),
                    AddressRange.parse("10.0.0.0/8"),
                    AddressRange.parse("2001:db8::/32"))));
    assertThatThrownBy(
            () ->
                Settings.read(
                    write(Files.readString(SHIPPED).replace("host: 127.0.0.1", "host: 0.0.0.0"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("Law 09-08")
        .hasMessageContaining("GDPR")
        .hasMessageContaining("dashboard.legal-basis is missing")
        .hasMessageContaining("dashboard.retention-days is missing")
        .hasMessageContaining("dashboard.public-address is missing");
    assertThatThrownBy(
            () ->
                Settings.read(
                    write(
                        open.replace("https://marsad", "http://marsad")
                            .replace("posts: 180", "posts: 0"))))
        .hasMessageContaining("of https")
        .hasMessageContaining("dashboard.retention-days.posts is 0");
    for (String wrong :
        List.of("proxy.example.org", "[proxy.example.org]", "[0.0.0.0/0]", "[10.0.0.1/8]", "[7]")) {
      assertThatThrownBy(
              () -> Settings.read(write(open.replaceAll("(trusted-proxies:).*", "$1 " + wrong))))
          .as(wrong)
          .hasMessageContaining("dashboard.trusted-proxies is ")
          .hasMessageContaining("it must be a list of addresses or ranges");
    }
  }

  @Test
  void textsAreKeptForTheDaysThatAreRecordedWhoeverSeesThem() throws IOException {
    String text = Files.readString(SHIPPED).replace("  rules-file: rules.yaml\n", "");
    assertThat(Settings.read(write(text)).dashboard().retention()).isEqualTo(RetentionPeriods.NONE);
    DashboardPlace place =
        Settings.read(
                write(
                    text.replace("  # retention-days:", "  retention-days:")
                        .replaceAll("  #   (articles|comments|posts):", "    $1:")))
            .dashboard();
    assertThat(place.opening()).isNull();
    assertThat(place.retention().days())
        .isEqualTo(
            Map.of(DocumentKind.ARTICLE, 3650, DocumentKind.COMMENT, 365, DocumentKind.POST, 180));
  }

  @Test
  void anIdentityProviderHasItsSecretElsewhereAndSaysWhatGroupsAre() throws IOException {
    String text =
        Files.readString(SHIPPED)
            .replace("  rules-file: rules.yaml\n", "")
            .replace("  # oidc:", "  oidc:")
            .replaceAll("  #   (issuer|name|client-id|claim|roles):", "    $1:")
            .replaceAll("  #     (journalists|desk):", "      $1:");
    OidcSection oidc =
        Settings.read(write(text), Map.of("MARSAD_OIDC_SECRET", "a secret")).dashboard().oidc();
    assertThat(oidc)
        .isEqualTo(
            new OidcSection(
                URI.create("https://id.example.org/realms/newsroom"),
                "Newsroom",
                "marsad",
                Secret.inVariable("MARSAD_OIDC_SECRET"),
                "groups",
                Map.of("journalists", Role.VIEWER, "desk", Role.ANALYST)));
    assertThat(String.valueOf(oidc)).doesNotContain("a secret");
    assertThatThrownBy(
            () ->
                Settings.read(
                    write(
                        text.replace("https://id.", "http://id.")
                            .replace("desk: analyst", "desk: boss"))))
        .hasMessageContaining("dashboard.oidc.issuer must be an address of https")
        .hasMessageContaining("dashboard.oidc.roles.desk is \"boss\"");
    assertThatThrownBy(
            () ->
                Settings.read(
                    write(
                        text.replaceAll("    roles:\n.*\n.*\n", "")
                            .replace("claim: g", "calim: g"))))
        .hasMessageContaining("dashboard.oidc.roles is missing")
        .hasMessageContaining("dashboard.oidc.claim is missing")
        .hasMessageContaining("calim is not a setting");
  }

  @Test
  void theBoundsOfPollingMayBeLeftOutButNotExchanged() throws IOException {
    String shipped = beforeAlerts();
    Settings former =
        Settings.read(
            write(
                shipped
                    .replace("  min-poll-every: 5m\n", "")
                    .replace("  max-poll-every: 1h\n", "")));
    assertThat(former.polling()).isEqualTo(Settings.read(SHIPPED).polling());

    Path exchanged = write(shipped.replace("min-poll-every: 5m", "min-poll-every: 2h"));
    assertThatThrownBy(() -> Settings.read(exchanged))
        .hasMessageContaining("polling.min-poll-every must be at most polling.max-poll-every");
  }

  @Test
  void namesTheLineOfBrokenYaml() throws IOException {
    Path file = write("polling:\n  user-agent: \"open\n");

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is not YAML");
  }

  @Test
  void refusesAKeyThatIsThereTwice() throws IOException {
    Path file = write(Files.readString(SHIPPED).replace("threads: 8", "threads: 8\n  threads: 9"));

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("threads");
  }

  @Test
  void saysWhatToDoAboutAMissingFile() {
    assertThatThrownBy(() -> Settings.read(folder.resolve("absent.yaml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("absent.yaml")
        .hasMessageContaining("check --config");
  }

  private static String beforeAlerts() throws IOException {
    String shipped = Files.readString(SHIPPED);
    return shipped.substring(0, shipped.indexOf("alerts:"));
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("marsad.yaml"), content);
  }
}

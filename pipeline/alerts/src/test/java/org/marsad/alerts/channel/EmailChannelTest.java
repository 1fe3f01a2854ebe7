// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.channel.ChannelSettings.Mail;
import org.marsad.alerts.channel.ChannelSettings.Security;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

class EmailChannelTest {
  private static final String ADDRESS = "reader@example.org";
  private static final Subscription READER = Examples.to(ChannelKind.EMAIL, ADDRESS);
  private static final String SECRET = "p4ssw0rd-of-the-test";

  @TempDir static Path localhostDirectory;
  @TempDir static Path otherDirectory;
  private static ServerCertificate localhost;
  private static ServerCertificate other;

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeAll
  static void makeCertificates() throws Exception {
    localhost = ServerCertificate.of(localhostDirectory, "dns:localhost");
    other = ServerCertificate.of(otherDirectory, "dns:mail.example.org");
    System.setProperty("greenmail.tls.keystore.file", localhost.keys().toString());
    System.setProperty("greenmail.tls.keystore.password", ServerCertificate.PASSWORD);
  }

  @BeforeEach
  void start() throws UserException {
    server.start();
    server.getUserManager().createUser("user@example.org", "user", SECRET);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void carriesArabicTextHtmlAndPictures() throws Exception {
    EmailChannel channel = channel(Security.NONE, server.getSmtp().getPort(), null, null, null);
    assertThat(channel.send(Examples.message(), READER)).startsWith("SMTP 250");

    MimeMessage mail = received();
    assertThat(mail.getSubject()).isEqualTo(Examples.SUBJECT);
    assertThat(mail.getFrom()[0].toString()).contains("alerts@example.org");
    assertThat(mail.getHeader("From", null)).contains("=?UTF-8?");
    MimeMultipart alternatives = (MimeMultipart) mail.getContent();
    assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
    assertThat(alternatives.getBodyPart(0).getContent())
        .isEqualTo(Examples.TEXT.replace("\n", "\r\n"));
    MimeMultipart related = (MimeMultipart) alternatives.getBodyPart(1).getContent();
    assertThat(related.getContentType()).startsWith("multipart/related");
    assertThat((String) related.getBodyPart(0).getContent()).contains("مرحبا");
    assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<history>");
    assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(Examples.PICTURE);
  }

  @Test
  void saysWhatItIsAndHowToLeave() throws Exception {
    EmailChannel channel = channel(Security.NONE, server.getSmtp().getPort(), null, null, null);
    channel.send(Examples.message(), READER);
    channel.send(Examples.message(), READER);

    MimeMessage mail = received();
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Precedence")).containsExactly("list");
    assertThat(mail.getHeader("List-Id", null)).contains("<alerts.example.org>");
    assertThat(mail.getHeader("Content-Language")).containsExactly("ar");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://marsad.example.org/unsubscribe/abc>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getMessageID())
        .isEqualTo("<batch=2F7=20x@example.org>")
        .isEqualTo(server.getReceivedMessages()[1].getMessageID());
  }

  @Test
  void aSubjectCannotAddHeaders() throws Exception {
    EmailChannel channel = channel(Security.NONE, server.getSmtp().getPort(), null, null, null);
    Message message = Examples.message("one\r\nBcc: other@example.org\r\n\r\nbody", "text");
    channel.send(message, READER);

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(received().getHeader("Bcc")).isNull();
    assertThat(received().getSubject()).isEqualTo("one Bcc: other@example.org body");
  }

  @Test
  void speaksTlsFromTheStartAndLogsIn() throws Exception {
    int port = server.getSmtps().getPort();
    channel(Security.TLS, port, "user", SECRET, localhost.pem()).send(Examples.message(), READER);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aWrongPasswordConcernsTheOperator() {
    int port = server.getSmtps().getPort();
    EmailChannel channel = channel(Security.TLS, port, "user", "not-" + SECRET, localhost.pem());
    assertThat(failure(channel).remedy()).isEqualTo(Remedy.OPERATOR);
  }

  @Test
  void aCertificateOfAnotherAuthorityConcernsTheOperator() {
    int port = server.getSmtps().getPort();
    for (Path trust : new @Nullable Path[] {other.pem(), null}) {
      EmailChannel channel = channel(Security.TLS, port, "user", SECRET, trust);
      assertThat(failure(channel)).hasMessageContaining("certificate");
      assertThat(failure(channel).remedy()).isEqualTo(Remedy.OPERATOR);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void turnsToTlsBeforeAnythingElse() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), localhost.context())) {
      EmailChannel channel = channel(Security.STARTTLS, smtp.port(), null, null, localhost.pem());
      assertThat(channel.send(Examples.message(), READER)).isEqualTo("SMTP 250, queued as 4F1A2B");
      assertThat(smtp.commands.subList(0, 2)).containsExactly("EHLO example.org", "STARTTLS");
    }
  }

  @Test
  void sendsNothingToAServerOfAnotherName() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), other.context())) {
      EmailChannel channel = channel(Security.STARTTLS, smtp.port(), null, null, other.pem());
      assertThat(failure(channel).remedy()).isEqualTo(Remedy.OPERATOR);
      assertThat(smtp.commands).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void sendsNothingWhereTlsIsRequiredAndNotOffered() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), null)) {
      EmailChannel channel = channel(Security.STARTTLS, smtp.port(), null, null, null);
      assertThat(failure(channel).remedy()).isEqualTo(Remedy.OPERATOR);
      assertThat(smtp.commands).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 <reader@example.org> unknown, ADDRESS_REFUSED",
    "RCPT, 553 <reader@example.org> no such name, ADDRESS_REFUSED",
    "RCPT, 450 4.2.1 <reader@example.org> try later, RETRY",
    "RCPT, 550 5.7.1 relaying denied for reader@example.org, OPERATOR",
    "RCPT, 530 log in first, OPERATOR",
    "MAIL, 550 5.1.8 <alerts@example.org> refused, OPERATOR",
    "MAIL, 451 busy, RETRY",
    "END, 554 5.6.0 for reader@example.org no, OPERATOR",
    "END, 452 4.3.1 full, RETRY",
    "GREETING, 421 busy, RETRY",
    "GREETING, 554 you are blocked, OPERATOR",
    "AUTH, 535 5.7.8 wrong, OPERATOR",
    "AUTH, 454 4.7.0 the directory is down, RETRY",
  })
  void actsByTheNumberOfTheRefusal(String command, String answer, Remedy remedy) throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(command, answer), null)) {
      EmailChannel channel = channel(Security.NONE, smtp.port(), "user", SECRET, null);
      UndeliveredException failure = failure(channel);
      assertThat(failure.remedy()).as(failure.getMessage()).isEqualTo(remedy);
      assertThat(failure).hasMessageContaining(answer.substring(0, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "RCPT", "END"})
  void doesNotWaitForASilentServerThatMayHaveTakenTheMail(String command) throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(command, ScriptedSmtp.HANG), null)) {
      EmailChannel channel = channel(Security.NONE, smtp.port(), null, null, null);
      assertThat(failure(channel).remedy()).isEqualTo(Remedy.REPEAT);
    }
  }

  @Test
  void triesAgainWhereNobodyListens() throws Exception {
    ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), null);
    smtp.close();
    EmailChannel channel = channel(Security.NONE, smtp.port(), null, null, null);
    assertThat(failure(channel).remedy()).isEqualTo(Remedy.RETRY);
  }

  @Test
  void refusesToSendUnprotectedOverANetwork() {
    Mail settings =
        new Mail("mail.example.org", 25, Security.NONE, null, null, "a@example.org", null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailChannel(settings))
        .withMessageContaining("STARTTLS");
  }

  @Test
  void saysWhichFileHoldsNoCertificate() throws Exception {
    Path empty = Files.createTempFile(otherDirectory, "empty", ".pem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> channel(Security.TLS, 465, null, null, empty))
        .withMessageContaining(empty.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reader",
        "reader@",
        "@example.org",
        "reader@localhost",
        "a@example.org, b@example.org",
        "A <reader@example.org>",
        "reader@example.org\r\nBcc: b@example.org",
        "reader@[127.0.0.1]",
        " reader@example.org",
        "قارئ@example.org",
        "reader@exa mple.org",
        "a..b@example.org"
      })
  void takesOneBareAddressOnly(String address) {
    EmailChannel channel = channel(Security.NONE, 25, null, null, null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> channel.check(address))
        .withMessage("not one e-mail address; expected one such as name@example.org");
    UndeliveredException failure =
        catchThrowableOfType(
            UndeliveredException.class,
            () -> channel.send(Examples.message(), Examples.to(ChannelKind.EMAIL, address)));
    assertThat(failure.remedy()).isEqualTo(Remedy.ADDRESS_REFUSED);
  }

  @Test
  void takesUsualAddresses() {
    EmailChannel channel = channel(Security.NONE, 25, null, null, null);
    List.of(ADDRESS, "first.last+tag@sub.example.org").forEach(channel::check);
  }

  private static EmailChannel channel(
      Security security,
      int port,
      @Nullable String user,
      @Nullable String password,
      @Nullable Path trust) {
    Mail settings =
        new Mail("localhost", port, security, user, password, "مرصد <alerts@example.org>", trust);
    return new EmailChannel(settings, Duration.ofMillis(1500));
  }

  private MimeMessage received() {
    return server.getReceivedMessages()[0];
  }

  private static UndeliveredException failure(EmailChannel channel) {
    UndeliveredException failure =
        catchThrowableOfType(
            UndeliveredException.class, () -> channel.send(Examples.message(), READER));
    StringWriter printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain(ADDRESS).doesNotContain(SECRET);
    return failure;
  }
}

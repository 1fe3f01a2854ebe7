// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException.Remedy;

/**
 * What to do about a mail that was not taken (RFC 5321, 4.2.1): 4xx passes, 5xx does not. The words
 * of the server quote addresses as a rule, and are not passed on; its numbers are.
 */
final class MailFaults {
  /**
   * Refusals of a recipient that are about us, not about them: no login, no relaying, a policy (RFC
   * 4954; RFC 3463, X.7). Taken for the address's, they would end every subscription.
   */
  private static final Pattern ABOUT_US =
      Pattern.compile("^(530|5\\d\\d[ -]5\\.7\\.).*", Pattern.DOTALL);

  private MailFaults() {}

  /**
   * @param lastCode the server's last answer; below 0 if it closed the connection
   */
  static UndeliveredException of(MessagingException e, int lastCode) {
    SMTPAddressFailedException recipient = find(SMTPAddressFailedException.class, e);
    if (recipient != null) {
      return ofRecipient(recipient);
    }
    SMTPSenderFailedException sender = find(SMTPSenderFailedException.class, e);
    if (sender != null) {
      return byCode(sender.getReturnCode(), "the sender");
    }
    SMTPSendFailedException content = find(SMTPSendFailedException.class, e);
    if (content != null) {
      return byCode(content.getReturnCode(), "the message");
    }
    if (find(AuthenticationFailedException.class, e) != null) {
      return byCode(lastCode, "the login");
    }
    IOException io = find(IOException.class, e);
    return io == null ? byCode(lastCode, "the connection as it is set up") : ofConnection(io);
  }

  private static UndeliveredException ofRecipient(SMTPAddressFailedException recipient) {
    int code = recipient.getReturnCode();
    String answer = Objects.requireNonNullElse(recipient.getMessage(), "");
    if (code >= 500 && !ABOUT_US.matcher(answer).matches()) {
      return new UndeliveredException(
          Remedy.ADDRESS_REFUSED, "the mail server refused the recipient: " + code, null);
    }
    return byCode(code, "to take mail for the recipient from us");
  }

  private static UndeliveredException byCode(int code, String what) {
    boolean passes = code < 0 || (code >= 400 && code < 500);
    String hint = passes ? "" : "; check the settings of the mail server";
    return new UndeliveredException(
        passes ? Remedy.RETRY : Remedy.OPERATOR,
        "the mail server refused " + what + ", after answer " + code + hint,
        null);
  }

  /** Names the mail server at most, which is the operator's. */
  private static UndeliveredException ofConnection(IOException io) {
    boolean isTls = find(SSLException.class, io) != null;
    boolean isCut =
        find(SocketException.class, io) != null
            || find(SocketTimeoutException.class, io) != null
            || find(EOFException.class, io) != null;
    if (isTls && !isCut) {
      return new UndeliveredException(
          Remedy.OPERATOR,
          "no secure connection to the mail server; check its certificate and name, the port and"
              + " the security",
          io);
    }
    boolean unsent =
        find(ConnectException.class, io) != null || find(UnknownHostException.class, io) != null;
    return new UndeliveredException(
        unsent ? Remedy.RETRY : Remedy.REPEAT, "the connection to the mail server failed", io);
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable in) {
    for (Throwable cause = in; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}

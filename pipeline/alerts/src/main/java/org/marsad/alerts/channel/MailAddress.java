// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** E-mail addresses, read strictly: one, bare, with a full domain (RFC 5321, 4.1.2). */
final class MailAddress {
  private static final Pattern DOMAIN =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]+");

  private MailAddress() {}

  /**
   * @throws IllegalArgumentException that says what is expected, without the address
   */
  static InternetAddress recipient(String address) {
    InternetAddress parsed = parsed(address, "name@example.org");
    // Otherwise it is one with a display name, a comment or a line break around it.
    if (!address.equals(parsed.getAddress())) {
      throw fault("name@example.org");
    }
    return parsed;
  }

  /**
   * @param from may have a name: {@code Marsad <alerts@example.org>}
   */
  static InternetAddress sender(String from) {
    return parsed(from, "Marsad <alerts@example.org>");
  }

  static String domain(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
  }

  private static InternetAddress parsed(String text, String example) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress());
      boolean isClean = text.chars().noneMatch(Character::isISOControl);
      if (isAscii && isClean && DOMAIN.matcher(domain(address)).matches()) {
        return address;
      }
    } catch (AddressException e) {
      // Its text quotes the address.
    }
    throw fault(example);
  }

  private static IllegalArgumentException fault(String example) {
    return new IllegalArgumentException("not one e-mail address; expected one such as " + example);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.sources.catalogue.WrittenValues;

/**
 * The addresses of a section. What is wrong with one of the web or of a person is said without it:
 * it may be secret.
 */
final class Addresses {
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  private final Section section;

  Addresses(Section section) {
    this.section = section;
  }

  /** Where something is on the web. */
  URI url(String key) {
    String text = section.text(key);
    try {
      return WrittenValues.url(text);
    } catch (IllegalArgumentException notOne) {
      if (!text.isEmpty()) {
        section.fault(key, "an address such as https://example.org/");
      }
      return URI.create("http://localhost/");
    }
  }

  /** Of a person. */
  String mail(String key) {
    String text = section.text(key);
    if (!text.isEmpty() && !MAIL.matcher(text).matches()) {
      section.fault(key, "an e-mail address such as someone@example.org");
    }
    return text;
  }

  /** A name or address of this computer, to listen on. */
  String host(String key) {
    String host = section.text(key);
    if (resolved(host).isEmpty()) {
      section.faultOf(key, "a name or address of this computer, such as 127.0.0.1");
    }
    return host;
  }

  /** Whether other computers may reach what listens there. */
  static boolean isBeyondLoopback(String host) {
    return resolved(host).map(address -> !address.isLoopbackAddress()).orElse(false);
  }

  private static Optional<InetAddress> resolved(String host) {
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

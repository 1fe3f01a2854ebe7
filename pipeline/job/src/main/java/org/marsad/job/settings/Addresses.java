// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.model.net.AddressRange;
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

  /** Of other computers; a list that may be left out, but does not mean everybody. */
  List<AddressRange> ranges(String key) {
    if (!section.has(key)) {
      return List.of();
    }
    try {
      List<String> texts = section.texts(key);
      if (texts != null && texts.stream().noneMatch(text -> text.endsWith("/0"))) {
        return texts.stream().map(AddressRange::parse).toList();
      }
    } catch (IllegalArgumentException notOne) {
      // Told below.
    }
    section.faultOf(
        key, "a list of addresses or ranges, such as [192.0.2.7, 10.0.0.0/8, \"2001:db8::/32\"]");
    return List.of();
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

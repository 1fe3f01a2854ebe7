// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;

/**
 * Which URLs a web hook may have: https, and a host that is a name or a usual IP address. Whether
 * the host is public is decided when the connection is opened.
 *
 * @param privateAddresses whether plain http to this machine is permitted too
 */
record HookUrls(boolean privateAddresses) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MAX_LENGTH = 2000;

  /** Some resolvers read a host such as 2130706433, 0x7f000001 or 127.1 as an IPv4 address. */
  private static final Pattern HOST =
      Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}|(.*\\.)?[A-Za-z][A-Za-z0-9-]*\\.?");

  /**
   * @throws IllegalArgumentException that says what is wrong, without the URL
   */
  URI parse(String address) {
    URI uri = uri(address);
    require(uri.getHost() != null && HOST.matcher(uri.getHost()).matches(), "names no usual host");
    require(uri.getRawUserInfo() == null, "holds a user or a password: leave it out");
    require(uri.getRawFragment() == null, "holds a fragment (#): leave it out");
    require(uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT, "has no valid port");
    require(
        hasScheme(uri, "https") || (privateAddresses && hasScheme(uri, "http") && isLoopback(uri)),
        "does not begin with https://");
    return uri;
  }

  private static URI uri(String address) {
    require(address.length() <= MAX_LENGTH, "is longer than " + MAX_LENGTH + " characters");
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      // Its text quotes the URL.
      throw fault("cannot be read");
    }
  }

  private static boolean hasScheme(URI uri, String scheme) {
    @Nullable String given = uri.getScheme();
    return given != null && given.toLowerCase(Locale.ROOT).equals(scheme);
  }

  private static boolean isLoopback(URI uri) {
    return AddressPolicy.forConfigured(uri) == AddressPolicy.PUBLIC_AND_LOOPBACK;
  }

  private static void require(boolean condition, String fault) {
    if (!condition) {
      throw fault(fault);
    }
  }

  private static IllegalArgumentException fault(String fault) {
    return new IllegalArgumentException(
        "the web hook's URL " + fault + "; expected one such as https://hooks.example.org/a1b2");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The registrable domain of a URL, by the public suffix list: {@code fr.hespress.com} and {@code
 * www.hespress.com} are one guest-house, {@code a.github.io} and {@code b.github.io} two.
 */
public final class RegistrableDomains {
  private RegistrableDomains() {}

  /**
   * The registrable domain in lower case; for an IP address or a name without one (such as
   * localhost) host and port.
   */
  public static String of(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      return uri.toString();
    }
    String name = host.toLowerCase(Locale.ROOT);
    String domain = isAddress(name) ? null : assignedDomain(name);
    return domain == null ? name + ":" + port(uri) : domain;
  }

  private static @Nullable String assignedDomain(String name) {
    return EffectiveTldFinder.getAssignedDomain(name, true, false);
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  private static int port(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Opening;
import org.marsad.model.net.AddressRange;

/** Where requests come from, as far as limits go: one household, office or machine each. */
public final class ClientAddresses {
  private static final int NETWORK_BYTES = 8;

  private final @Nullable Opening opening;

  /**
   * @param opening null where nobody but the person at this computer reaches the server; then no
   *     proxy is believed
   */
  public ClientAddresses(@Nullable Opening opening) {
    this.opening = opening;
  }

  /**
   * Each proxy adds the address that it saw to the end of X-Forwarded-For; what stands before is
   * hearsay, which anybody can send. So the last address that is not of a trusted proxy counts, and
   * the last proxy itself where what it passed on is no address.
   */
  public String of(Context context) {
    InetAddress client = AddressRange.address(context.ip()).orElse(null);
    if (client == null) {
      return context.ip();
    }
    for (String before : forwarded(context)) {
      Optional<InetAddress> address = AddressRange.address(before);
      if (!isTrusted(client) || address.isEmpty()) {
        break;
      }
      client = address.get();
    }
    return network(client);
  }

  /** The nearest first, of all headers of the name: a proxy may add one instead of a comma. */
  private static List<String> forwarded(Context context) {
    List<String> addresses = new ArrayList<>();
    for (String header : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
      Arrays.stream(header.split(",", -1)).map(String::strip).forEach(addresses::add);
    }
    Collections.reverse(addresses);
    return addresses;
  }

  /** Programs of this computer are, as soon as others may see what is here. */
  private boolean isTrusted(InetAddress address) {
    return opening != null
        && (address.isLoopbackAddress()
            || opening.trustedProxies().stream().anyMatch(range -> range.contains(address)));
  }

  /** Of IPv6 the first half: whoever has one address there has all that begin with it. */
  private static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}

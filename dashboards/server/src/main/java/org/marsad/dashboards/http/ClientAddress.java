// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as limits go: one household, office or machine. */
public final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * @param isBehindProxy whether the server is open to others; then a program on this computer that
   *     sends X-Forwarded-For is its proxy, and the last address is the one that the proxy saw
   */
  public static String of(Context context, boolean isBehindProxy) {
    String peer = context.ip();
    String forwarded = context.header("X-Forwarded-For");
    if (isBehindProxy && forwarded != null && isLoopback(peer)) {
      return network(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }
    return network(peer);
  }

  /** Of IPv6 the first half: whoever has one address there has all that begin with it. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    byte[] bytes = bytes(address);
    return bytes.length > NETWORK_BYTES
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
        : address;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}

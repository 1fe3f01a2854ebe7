// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which addresses a connection may be opened to. A feed, or the address of a web hook, is foreign
 * input: without this, a link or a redirect in it could reach into the operator's network.
 */
public enum AddressPolicy {
  /** Only globally routable unicast addresses. */
  PUBLIC_ONLY,
  /** Those, and this machine: for sources whose configured URL is itself on loopback. */
  PUBLIC_AND_LOOPBACK;

  /** The policy of a source that is configured with this URL. */
  public static AddressPolicy forConfigured(URI uri) {
    String host = uri.getHost();
    return host != null && isLoopbackName(host) ? PUBLIC_AND_LOOPBACK : PUBLIC_ONLY;
  }

  /**
   * The permitted addresses of a name. A connection has to use these and must not look the name up
   * again: a name that changes its answer between check and use (DNS rebinding) gains nothing.
   *
   * @throws ForbiddenAddressException if the name has none
   * @throws UnknownHostException if there is no such name
   */
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] permitted =
        Arrays.stream(InetAddress.getAllByName(host))
            .filter(this::permits)
            .toArray(InetAddress[]::new);
    if (permitted.length == 0) {
      throw new ForbiddenAddressException(host);
    }
    return permitted;
  }

  public boolean permits(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return this == PUBLIC_AND_LOOPBACK;
    }
    return isPublic(address);
  }

  private static boolean isLoopbackName(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }

  private static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6((Inet6Address) address);
  }

  /** The ranges of RFC 6890 that {@link InetAddress} has no word for. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    int third = bytes[2] & 0xFF;
    boolean thisNetwork = first == 0;
    boolean carrierNat = first == 100 && second >= 64 && second < 128;
    boolean protocolAssignments = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean benchmarking = first == 198 && (second == 18 || second == 19);
    boolean reserved = first >= 240;
    return !(thisNetwork || carrierNat || protocolAssignments || benchmarking || reserved);
  }

  private static boolean isPublic6(Inet6Address address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC;
    if (uniqueLocal) {
      return false;
    }
    if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B)) {
      return embedsPublic(bytes, 12);
    }
    if (startsWith(bytes, 0x20, 0x02)) {
      return embedsPublic(bytes, 2);
    }
    return !address.isIPv4CompatibleAddress() || embedsPublic(bytes, 12);
  }

  /** NAT64, 6to4 and IPv4-compatible addresses lead to the IPv4 address inside them. */
  private static boolean embedsPublic(byte[] bytes, int offset) {
    try {
      return PUBLIC_ONLY.permits(
          InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes always make an address", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}

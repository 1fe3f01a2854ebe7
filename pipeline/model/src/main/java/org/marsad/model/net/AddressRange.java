// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the Internet that begin alike, as CIDR writes them (RFC 4632): {@code 10.0.0.0/8},
 * {@code 2001:db8::/32}, or one address alone. IPv4 within IPv6 ({@code ::ffff:192.0.2.1}) is IPv4.
 */
public final class AddressRange {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** Nothing else: a name would be looked up. */
  private static final Pattern LITERAL =
      Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|(?=[^:]{0,4}:)[0-9a-fA-F:.]{2,45}");

  private static final Pattern RANGE = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /**
   * @throws IllegalArgumentException if it is not a range, or its address has bits beyond the
   *     prefix, which would leave open what was meant
   */
  public static AddressRange parse(String text) {
    Matcher matcher = RANGE.matcher(text);
    Optional<InetAddress> address =
        matcher.matches() ? address(matcher.group(1)) : Optional.empty();
    byte[] bytes =
        address
            .orElseThrow(() -> new IllegalArgumentException(text + " is no range of addresses"))
            .getAddress();
    int all = bytes.length * Byte.SIZE;
    int bits = matcher.group(2) == null ? all : Integer.parseInt(matcher.group(2));
    if (bits > all || !Arrays.equals(bytes, begin(bytes, bits))) {
      throw new IllegalArgumentException(text + " has bits beyond its prefix");
    }
    return new AddressRange(bytes, bits);
  }

  /** An address that is written as one; names are never looked up. */
  public static Optional<InetAddress> address(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == first.length && Arrays.equals(first, begin(bytes, bits));
  }

  private static byte[] begin(byte[] address, int bits) {
    byte[] begin = new byte[address.length];
    for (int i = 0; i < begin.length; i++) {
      int left = Math.min(Byte.SIZE, Math.max(0, bits - i * Byte.SIZE));
      begin[i] = (byte) (address[i] & 0xFF << Byte.SIZE - left);
    }
    return begin;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range
        && bits == range.bits
        && Arrays.equals(first, range.first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + bits;
  }

  /** As CIDR writes it. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(first).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

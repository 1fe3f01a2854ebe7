// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.marsad.model.net.AddressPolicy;

/** Resolves names for the connections themselves, by a policy. */
final class GuardedDnsResolver implements DnsResolver {
  private final AddressPolicy policy;

  GuardedDnsResolver(AddressPolicy policy) {
    this.policy = policy;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return policy.resolve(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

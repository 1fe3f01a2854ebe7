// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.marsad.model.net.AddressPolicy;

/**
 * Resolves names, and addresses written in place of a name, for the connections themselves: a name
 * that answers differently the second time (DNS rebinding) gains nothing.
 */
record GuardedDnsResolver(AddressPolicy policy) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return policy.resolve(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

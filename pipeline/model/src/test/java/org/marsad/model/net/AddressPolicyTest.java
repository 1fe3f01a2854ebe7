// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:0a00:0001::1",
        "::10.0.0.1"
      })
  void noPolicyPermitsPrivateAddresses(String address) throws UnknownHostException {
    for (AddressPolicy policy : AddressPolicy.values()) {
      assertThat(policy.permits(InetAddress.getByName(address))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"})
  void onlyLoopbackSourcesReachLoopback(String address) throws UnknownHostException {
    InetAddress loopback = InetAddress.getByName(address);
    assertThat(AddressPolicy.PUBLIC_ONLY.permits(loopback)).isFalse();
    assertThat(AddressPolicy.PUBLIC_AND_LOOPBACK.permits(loopback)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888"})
  void publicAddressesAreOpen(String address) throws UnknownHostException {
    for (AddressPolicy policy : AddressPolicy.values()) {
      assertThat(policy.permits(InetAddress.getByName(address))).isTrue();
    }
  }

  @Test
  void theConfiguredUrlDecides() {
    assertThat(AddressPolicy.forConfigured(URI.create("http://127.0.0.1:8080/feed")))
        .isEqualTo(AddressPolicy.PUBLIC_AND_LOOPBACK);
    assertThat(AddressPolicy.forConfigured(URI.create("http://localhost/feed")))
        .isEqualTo(AddressPolicy.PUBLIC_AND_LOOPBACK);
    assertThat(AddressPolicy.forConfigured(URI.create("http://127.0.0.1.example.com/feed")))
        .isEqualTo(AddressPolicy.PUBLIC_ONLY);
    assertThat(AddressPolicy.forConfigured(URI.create("http://10.0.0.1/feed")))
        .isEqualTo(AddressPolicy.PUBLIC_ONLY);
  }

  @Test
  void namesOfForbiddenAddressesAreRefused() {
    assertThatThrownBy(() -> AddressPolicy.PUBLIC_ONLY.resolve("localhost"))
        .isInstanceOf(ForbiddenAddressException.class);
    assertThatThrownBy(() -> AddressPolicy.PUBLIC_ONLY.resolve("10.0.0.1"))
        .isInstanceOf(ForbiddenAddressException.class);
  }
}

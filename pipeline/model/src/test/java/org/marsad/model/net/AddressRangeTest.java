// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.3.4, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.7, ::ffff:192.0.2.7, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::/1, 10.0.0.1, false",
    "0.0.0.0/1, ::1, false",
  })
  void containsWhatBeginsAlike(String range, String address, boolean isIn) {
    assertThat(AddressRange.parse(range).contains(AddressRange.address(address).orElseThrow()))
        .isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.0.0.0/33",
        "10.0.0.1/8",
        "2001:db8::/129",
        "2001:db8::1/64",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "localhost",
        "localhost/8",
        "999.0.0.1",
        "1.2.3.4.5",
        "::x",
        "[::1]",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7:8:9",
        "a.b:c"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isWrittenAsItIsRead() {
    for (String range : new String[] {"10.0.0.0/8", "192.0.2.7/32", "2001:db8:0:0:0:0:0:0/32"}) {
      assertThat(AddressRange.parse(range)).hasToString(range);
    }
  }
}

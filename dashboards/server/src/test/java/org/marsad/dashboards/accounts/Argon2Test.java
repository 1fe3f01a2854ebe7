// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2Test {
  private static final char[] PASSWORD = "four words and a comma".toCharArray();

  /** Vectors of the reference implementation (phc-winner-argon2, src/test.c). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
            + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
            + "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
            + "$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"
      })
  void agreesWithTheReference(String password, String hash) {
    assertThat(Argon2.matches(hash, password.toCharArray())).isTrue();
    assertThat(Argon2.matches(hash, (password + "x").toCharArray())).isFalse();
    assertThat(Argon2.USUAL.isOutdated(hash)).isTrue();
  }

  @Test
  void saltsEachHash() {
    String first = Argon2.USUAL.hash(PASSWORD);
    assertThat(first).isNotEqualTo(Argon2.USUAL.hash(PASSWORD));
    assertThat(Argon2.matches(first, PASSWORD)).isTrue();
    assertThat(Argon2.USUAL.isOutdated(first)).isFalse();
    assertThat(new Argon2(65_536, 3, 1).isOutdated(first)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "'' none",
        "plain none",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f none",
        "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f none",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f none"
      })
  void matchesNothingThatIsNoHashOfItsKind(String hash, String ignored) {
    assertThat(Argon2.matches(hash, PASSWORD)).as(ignored).isFalse();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @CsvSource({
    "eleven char,shorter than 12",
    "'           x',shorter than 12",
    "aaaaaaaaaaaaaaaa,tried first",
    "abababababababab,tried first",
    "Password 1234,tried first",
    "motdepasse-123,tried first",
    "Observer-Rabat1,account's name",
    "observer-rabatobserver-rabat,account's name"
  })
  void refuses(String password, String why) {
    assertThat(PasswordRules.fault(password, "observer-rabat")).get().asString().contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alllowercasewords",
        "حصان أخضر على السطح",
        "un âne, deux oies",
        "🐢🐢🐇🐇🐌🐌🐜🐜🦎🦎🐟🐟🐙"
      })
  void asksForNoComposition(String password) {
    assertThat(PasswordRules.fault(password, "observer-rabat")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 257})
  void hasAnEnd(int length) {
    String password = "abcdefgh".repeat(40).substring(0, length);
    assertThat(PasswordRules.fault(password, "observer").isPresent()).isEqualTo(length > 256);
  }
}

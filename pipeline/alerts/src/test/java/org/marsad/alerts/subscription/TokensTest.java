// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.subscription.Tokens.Purpose;

final class TokensTest {
  private final Tokens tokens =
      new Tokens("a key of a test, 32 bytes or more".getBytes(StandardCharsets.UTF_8));

  @Test
  void aTokenServesForOnePurposeAndOneSubscriptionUnderOneKey() {
    String token = tokens.issue(Purpose.CONFIRM, "a");
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(tokens.matches(Purpose.CONFIRM, "a", token)).isTrue();
    assertThat(tokens.matches(Purpose.UNSUBSCRIBE, "a", token)).isFalse();
    assertThat(tokens.matches(Purpose.CONFIRM, "b", token)).isFalse();
    assertThat(tokens.matches(Purpose.CONFIRM, "a", token.substring(1))).isFalse();
    assertThat(new Tokens(new byte[32]).matches(Purpose.CONFIRM, "a", token)).isFalse();
  }

  @Test
  void aCodeNamesItsSubscription() {
    String code = tokens.code(Purpose.CONFIRM, "a.b");
    assertThat(tokens.read(Purpose.CONFIRM, code)).contains("a.b");
    assertThat(tokens.read(Purpose.UNSUBSCRIBE, code)).isEmpty();
    assertThat(tokens.read(Purpose.CONFIRM, code.replace("a.b", "a.c"))).isEmpty();
    assertThat(tokens.read(Purpose.CONFIRM, "nonsense")).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new Tokens(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 32");
  }
}

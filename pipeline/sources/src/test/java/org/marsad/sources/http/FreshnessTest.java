// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");

  @Test
  void takesWhatIsLeftOfMaxAge() {
    assertThat(of("Cache-Control", "public, Max-Age=600")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Freshness.of(Map.of("Cache-Control", "max-age=600", "Age", "500"), NOW))
        .isEqualTo(Duration.ofSeconds(100));
    assertThat(Freshness.of(Map.of("Cache-Control", "max-age=600", "Age", "601"), NOW)).isNull();
  }

  @Test
  void takesExpiresWhereThereIsNoMaxAge() {
    assertThat(of("Expires", "Mon, 20 Jul 2026 12:30:00 GMT")).isEqualTo(Duration.ofMinutes(30));
    assertThat(of("Expires", "Mon, 20 Jul 2026 11:30:00 GMT")).isNull();
    assertThat(of("Expires", "0")).isNull();
  }

  @Test
  void whatMustNotBeCachedAsksForNoPause() {
    assertThat(of("Cache-Control", "no-cache, max-age=600")).isNull();
    assertThat(of("Cache-Control", "s-maxage=600")).isNull();
    assertThat(Freshness.of(Map.of(), NOW)).isNull();
  }

  private static @Nullable Duration of(String header, String value) {
    return Freshness.of(Map.of(header, value), NOW);
  }
}

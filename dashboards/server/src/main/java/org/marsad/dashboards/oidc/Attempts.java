// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.accounts.RandomToken;

/**
 * The logins under way, in memory: a restart ends them. Anybody may begin one, so only so many are
 * kept, and the oldest are forgotten first. Thread-safe.
 */
final class Attempts {
  /** Long enough to find one's second factor. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Attempt> byToken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
          return size() > MOST;
        }
      };

  Attempts(Clock clock) {
    this.clock = clock;
  }

  Attempt begin(String destination) {
    return new Attempt(clock.instant(), destination);
  }

  /**
   * @return by which the browser finds it again, in its cookie alone
   */
  synchronized String keep(Attempt attempt) {
    String token = RandomToken.secret();
    byToken.put(token, attempt);
    return token;
  }

  /** Gives it out once: a second answer to the same login finds nothing. */
  synchronized @Nullable Attempt take(@Nullable String token) {
    Attempt attempt = token == null ? null : byToken.remove(token);
    return attempt == null || attempt.begun().plus(LIFE).isBefore(clock.instant()) ? null : attempt;
  }
}

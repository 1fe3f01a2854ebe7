// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.index.accounts.Role;

/** Reads what an ID token says of somebody's role here. */
final class Claims {
  private final String claim;
  private final Map<String, Role> roles;

  Claims(OidcSettings settings) {
    this.claim = settings.claim();
    this.roles = settings.roles();
  }

  /** The one that may most of those that its values stand for. */
  Optional<Role> role(IDTokenClaimsSet token) {
    return values(token).stream()
        .map(roles::get)
        .filter(role -> role != null)
        .max(Comparator.naturalOrder());
  }

  private List<String> values(IDTokenClaimsSet token) {
    Object value = token.getClaim(claim);
    int dot = claim.indexOf('.');
    if (value == null
        && dot > 0
        && token.getClaim(claim.substring(0, dot)) instanceof Map<?, ?> outer) {
      value = outer.get(claim.substring(dot + 1));
    }
    return texts(value);
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    return value instanceof Collection<?> many
        ? many.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}

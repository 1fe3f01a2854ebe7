// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.accounts.Role;

/**
 * An identity provider, and what its word counts for.
 *
 * @param issuer as the provider calls itself; its description is below {@code
 *     /.well-known/openid-configuration}
 * @param name as the button calls it
 * @param clientId as the provider calls Marsad
 * @param secret null where the provider gave none: PKCE alone then
 * @param claim of the ID token that holds somebody's roles or groups, a text or a list of texts; of
 *     a claim within another one, both names with a dot between
 * @param roles what each of its values is in Marsad; of several the one that may most counts
 */
public record OidcSettings(
    URI issuer,
    String name,
    String clientId,
    @Nullable String secret,
    String claim,
    Map<String, Role> roles) {
  public OidcSettings {
    roles = Map.copyOf(roles);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }
}

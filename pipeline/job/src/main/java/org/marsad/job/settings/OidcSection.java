// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.accounts.Role;
import org.marsad.model.Secret;

/**
 * An identity provider by which people log in (OpenID Connect).
 *
 * @param issuer as the provider calls itself
 * @param name as the button calls it
 * @param clientId as the provider calls Marsad
 * @param secret null where the provider gave none
 * @param claim of the ID token that holds somebody's roles or groups
 * @param roles what each of its values is in Marsad
 */
public record OidcSection(
    URI issuer,
    String name,
    String clientId,
    @Nullable Secret secret,
    String claim,
    Map<String, Role> roles) {
  private static final String ISSUER = "issuer";
  private static final String ROLES = "roles";

  static OidcSection of(Section section, Secrets secrets) {
    return new OidcSection(
        issuer(section),
        section.text("name"),
        section.text("client-id"),
        secrets.find(section, "secret-file", "MARSAD_OIDC_SECRET"),
        section.text("claim"),
        roles(section));
  }

  /** Who speaks for the provider decides who comes in: nobody on the way may. */
  private static URI issuer(Section section) {
    URI issuer = section.addresses().url(ISSUER);
    if (section.has(ISSUER) && !"https".equals(issuer.getScheme()) && !isHere(issuer)) {
      section.fault(ISSUER, "an address of https");
    }
    return issuer;
  }

  private static boolean isHere(URI issuer) {
    try {
      return InetAddress.getByName(issuer.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Map<String, Role> roles(Section section) {
    Map<String, Role> roles = new LinkedHashMap<>();
    Section values = section.section(ROLES).orElse(null);
    if (values != null) {
      values.keys().forEach(value -> roles.put(value, values.choice(value, Role.class)));
    }
    if (roles.isEmpty()) {
      section.faultOf(ROLES, "a section such as {newsroom: analyst, desk-chiefs: admin}");
    }
    return roles;
  }
}

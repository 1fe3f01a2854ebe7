// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Opening;
import org.marsad.model.RetentionPeriods;
import org.marsad.model.net.AddressRange;

/**
 * Where the dashboard listens, and by what right others than the person at this computer see it.
 *
 * @param opening null where nobody else does
 * @param retention for how long texts are kept, be they seen by others or not
 * @param oidc by which people log in, beside passwords; null for none
 */
public record DashboardPlace(
    String host,
    int port,
    @Nullable Opening opening,
    RetentionPeriods retention,
    @Nullable OidcSection oidc) {
  private static final String PUBLIC_ADDRESS = "public-address";
  private static final String LEGAL_BASIS = "legal-basis";
  private static final String RETENTION = "retention-days";
  private static final String PROXIES = "trusted-proxies";
  private static final int MOST_DAYS = 36_500;

  static DashboardPlace of(Section section, Secrets secrets) {
    OidcSection oidc =
        section.section("oidc").map(nested -> OidcSection.of(nested, secrets)).orElse(null);
    String host = section.addresses().host("host");
    int port = section.number("port", 0, 65_535);
    boolean isForOthers = section.has(PUBLIC_ADDRESS) || Addresses.isBeyondLoopback(host);
    boolean hasBasis = section.has(LEGAL_BASIS);
    boolean hasRetention = section.has(RETENTION);
    if (isForOthers && !hasBasis && !hasRetention) {
      section.faultOf(
          "host",
          "127.0.0.1, localhost or ::1, without a public-address, unless others may see the"
              + " dashboard. It reveals opinions and racial origin: Morocco's Law 09-08 asks for"
              + " prior authorisation by the CNDP, the GDPR for a legal basis. Record yours in"
              + " dashboard.legal-basis, and after how many days texts are erased in"
              + " dashboard.retention-days; to reach the dashboard from another computer of yours"
              + " alone, forward the port over SSH");
    }
    RetentionPeriods retention =
        isForOthers || hasBasis || hasRetention ? retention(section) : RetentionPeriods.NONE;
    String legalBasis = isForOthers || hasBasis ? section.text(LEGAL_BASIS) : "";
    List<AddressRange> proxies = section.addresses().ranges(PROXIES);
    Opening opening =
        isForOthers
            ? new Opening(publicAddress(section), legalBasis, retention.days(), proxies)
            : null;
    return new DashboardPlace(host, port, opening, retention, oidc);
  }

  /** Passwords and what is read here must not travel in the clear. */
  private static URI publicAddress(Section section) {
    URI address = section.addresses().url(PUBLIC_ADDRESS);
    boolean isRoot = address.getRawPath().isEmpty() || address.getRawPath().equals("/");
    if (section.has(PUBLIC_ADDRESS) && !("https".equals(address.getScheme()) && isRoot)) {
      section.fault(
          PUBLIC_ADDRESS,
          "an address such as https://marsad.example.org/, of https, without a path");
    }
    return address;
  }

  private static RetentionPeriods retention(Section section) {
    Map<DocumentKind, Integer> days = new EnumMap<>(DocumentKind.class);
    Optional<Section> kinds = section.section(RETENTION);
    if (kinds.isEmpty()) {
      section.faultOf(
          RETENTION, "a section such as {articles: 3650, comments: 365, posts: 180}, in days");
      return RetentionPeriods.NONE;
    }
    for (DocumentKind kind : DocumentKind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT) + "s";
      days.put(kind, kinds.get().number(name, 1, MOST_DAYS));
    }
    return new RetentionPeriods(days);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.marsad.model.net.AddressRange;

/**
 * What must be on record before others than the person at this computer may see the dashboards,
 * which reveal opinions and racial origin (Morocco's Law 09-08; GDPR, articles 6 and 9).
 *
 * @param publicAddress where they reach the dashboards, by https and without a path
 * @param legalBasis in the operator's words, such as the number of an authorisation
 * @param retentionDays after how many days texts of each kind are erased
 * @param trustedProxies whose word is taken for where a request comes from, beside this computer's
 */
public record Opening(
    URI publicAddress,
    String legalBasis,
    Map<DocumentKind, Integer> retentionDays,
    List<AddressRange> trustedProxies) {
  public Opening {
    retentionDays = Map.copyOf(retentionDays);
    trustedProxies = List.copyOf(trustedProxies);
  }
}

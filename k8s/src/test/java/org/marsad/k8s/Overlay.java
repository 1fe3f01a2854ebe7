// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Those that an operator may apply. */
enum Overlay {
  LOCAL,
  PRODUCTION;

  private static final Map<Overlay, String> RENDERED = new EnumMap<>(Overlay.class);

  /** A fresh one; the test is skipped where nothing can render it. */
  Rendering rendering() throws IOException, InterruptedException {
    return Rendering.of(yaml());
  }

  /** As it is applied. */
  String yaml() throws IOException, InterruptedException {
    Optional<Kubectl> kubectl = Kubectl.find();
    assumeTrue(kubectl.isPresent(), Kubectl.MISSING);
    String known = RENDERED.get(this);
    if (known == null) {
      known = kubectl.get().render(name().toLowerCase(Locale.ROOT));
      RENDERED.put(this, known);
    }
    return known;
  }
}

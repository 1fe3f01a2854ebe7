// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import java.nio.file.Path;

/** Where things lie. */
public final class Home {
  /** The checkout. */
  public static final Path ROOT = Path.of(System.getProperty("marsad.home", "..")).toAbsolutePath();

  public static final Path MANIFESTS = ROOT.resolve("k8s");

  /** The schemas, which are test data of others and not part of the checkout. */
  static final Path SCHEMAS = ROOT.resolve("../shared/data/k8s").normalize();

  private Home() {}
}

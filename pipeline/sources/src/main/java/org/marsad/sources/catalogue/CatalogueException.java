// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue cannot be used. Tells all its faults at once, one a line. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogueFault> faults;

  CatalogueException(List<CatalogueFault> faults) {
    super(faults.stream().map(CatalogueFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  public List<CatalogueFault> faults() {
    return faults;
  }
}

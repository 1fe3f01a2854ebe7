// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file. */
final class Faults {
  private final Path file;
  private final List<CatalogueFault> found = new ArrayList<>();

  Faults(Path file) {
    this.file = file;
  }

  void add(Node node, String key, String message) {
    add(node.getStartMark().getLine() + 1, key, message);
  }

  void add(int line, String key, String message) {
    found.add(new CatalogueFault(file, line, key, message));
  }

  boolean any() {
    return !found.isEmpty();
  }

  CatalogueException exception() {
    return new CatalogueException(found);
  }
}

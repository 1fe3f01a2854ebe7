// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** The outlets that are followed. */
public final class Catalogue {
  private final List<Outlet> outlets;

  private Catalogue(List<Outlet> outlets) {
    this.outlets = List.copyOf(outlets);
  }

  public List<Outlet> outlets() {
    return outlets;
  }

  /** The feeds of all outlets. */
  public List<OutletFeed> feeds() {
    return outlets.stream().flatMap(outlet -> outlet.feeds().stream()).toList();
  }

  /**
   * @throws CatalogueException with all faults of the file; also where it is missing or not YAML
   */
  public static Catalogue read(Path file) {
    Faults faults = new Faults(file);
    Node root = YamlFile.compose(file, faults, "outlets", "a list of outlets");
    List<Outlet> outlets = root == null ? List.of() : outlets(root, faults);
    if (faults.any()) {
      throw faults.exception();
    }
    return new Catalogue(outlets);
  }

  private static List<Outlet> outlets(Node root, Faults faults) {
    YamlMap top = new YamlMap(root, "", faults, List.of("outlets"));
    List<YamlMap> entries = top.maps("outlets", OutletReader.KEYS);
    if (entries.isEmpty() && !faults.any()) {
      top.fault("outlets", "is missing or empty; list at least one outlet");
    }
    Set<String> ids = new HashSet<>();
    Set<String> urls = new HashSet<>();
    return entries.stream()
        .map(entry -> new OutletReader(entry, ids, urls).read())
        .flatMap(Stream::ofNullable)
        .toList();
  }
}

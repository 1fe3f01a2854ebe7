// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that an overlay puts into a cluster.
 *
 * @param resources in the order in which they are applied
 */
public record Rendering(List<Resource> resources) {
  static Rendering of(String yaml) {
    return new Rendering(Yaml.documents(yaml).stream().map(Resource::new).toList());
  }

  public Stream<Resource> all(String kind) {
    return resources.stream().filter(resource -> resource.kind().equals(kind));
  }

  public Optional<Resource> find(String kind, String name) {
    return resources.stream().filter(resource -> resource.is(kind, name)).findFirst();
  }

  public boolean has(String kind, String name) {
    return find(kind, name).isPresent();
  }

  /** Those that the resources bring about, also through their operators. */
  public List<Pod> pods() {
    return resources.stream().flatMap(resource -> Pod.of(resource).stream()).toList();
  }
}

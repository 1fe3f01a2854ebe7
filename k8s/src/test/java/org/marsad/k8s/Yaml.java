// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.marsad.model.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads YAML as an API server that warns of nothing ought to: a key that stands twice is a fault.
 */
final class Yaml {
  private static final int LARGEST_FILE = 16 << 20;

  private Yaml() {}

  /**
   * All documents of a file, without the empty ones.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException with the place of the fault
   */
  static List<JsonNode> documents(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(LARGEST_FILE);
    List<JsonNode> documents = new ArrayList<>();
    for (Object document :
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text)) {
      if (document != null) {
        documents.add(Json.MAPPER.valueToTree(document));
      }
    }
    return documents;
  }
}

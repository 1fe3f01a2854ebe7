// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a YAML file so that lines are known. */
final class YamlFile {
  private YamlFile() {}

  /**
   * Null, and a fault noted, where the file is missing, empty or not YAML.
   *
   * @param key of the top level
   * @param needed what it must hold, for example "a list of outlets"
   */
  static @Nullable Node compose(Path file, Faults faults, String key, String needed) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root == null) {
        faults.add(1, key, "the file is empty; it needs " + needed);
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      faults.add(line, "(whole file)", "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      faults.add(1, "(whole file)", "is not YAML: " + e.getMessage());
    } catch (IOException e) {
      faults.add(1, "(whole file)", "cannot be read; check its path and permissions: " + e);
    }
    return null;
  }
}

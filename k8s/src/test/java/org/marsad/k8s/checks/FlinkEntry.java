// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.marsad.k8s.Resource;

/** The class with which a job begins. */
final class FlinkEntry {
  private FlinkEntry() {}

  /** What keeps Flink from starting it, if anything does. */
  static Optional<String> fault(Resource job) {
    String name = job.at("/spec/job/entryClass").asText();
    try {
      // Flink looks for exactly this.
      boolean callable =
          Modifier.isPublic(Class.forName(name).getModifiers())
              && Modifier.isStatic(
                  Class.forName(name).getMethod("main", String[].class).getModifiers());
      return callable
          ? Optional.empty()
          : Optional.of(job + " begins with " + name + ", which is not public");
    } catch (ClassNotFoundException | NoSuchMethodException absent) {
      return Optional.of(job + " begins with " + name + ", which has no main method");
    }
  }
}

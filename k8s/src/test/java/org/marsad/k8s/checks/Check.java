// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import java.util.List;
import org.marsad.k8s.Rendering;

/** Something that must hold of all manifests together. */
public interface Check {
  /** Every fault, as a sentence that names the manifest; empty where it holds. */
  List<String> faults(Rendering rendering);
}

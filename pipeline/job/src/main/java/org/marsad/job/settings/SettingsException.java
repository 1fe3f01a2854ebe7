// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.nio.file.Path;
import java.util.List;

/** A settings file that cannot be used; the message lists every fault with its remedy. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(Path file, List<String> faults) {
    super(file + " has " + faults.size() + " fault(s):\n  - " + String.join("\n  - ", faults));
  }
}

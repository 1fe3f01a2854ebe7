// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import java.nio.file.Path;
import java.util.List;

/** A file of rules cannot be used. Tells all its faults at once, one a line. */
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  RuleException(Path file, List<String> faults) {
    super("The rules of " + file + " cannot be used:\n- " + String.join("\n- ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each names the rule, the key, what is wrong and what is allowed. */
  public List<String> faults() {
    return faults;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.RuleFile;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;

/** Makes the rules of the index those of the operator's file, beside what users made. */
final class RulesOfFile {
  private RulesOfFile() {}

  /**
   * A rule of the file takes the place of a user's with the same id, which is said; it stays muted
   * if it was. A rule that has left the file is removed.
   *
   * @param file null where there is none: then no rule is of a file
   * @throws org.marsad.alerts.rule.RuleException with all faults of the file
   */
  static void keep(@Nullable Path file, Shelf<AlertRule> shelf) {
    Set<String> ids = new HashSet<>();
    for (AlertRule rule : file == null ? List.<AlertRule>of() : RuleFile.read(file)) {
      ids.add(rule.id());
      put(rule, shelf);
    }
    for (Kept<AlertRule> kept : shelf.all()) {
      if (kept.value().origin() == AlertRule.Origin.FILE && !ids.contains(kept.id())) {
        shelf.remove(kept.id());
      }
    }
  }

  private static void put(AlertRule rule, Shelf<AlertRule> shelf) {
    Optional<AlertRule> former = shelf.find(rule.id()).map(Kept::value);
    AlertRule muted = rule.mutedUntil(former.map(AlertRule::mutedUntil).orElse(null));
    if (former.filter(there -> there.origin() == AlertRule.Origin.USER).isPresent()) {
      Terminal.err()
          .println(
              "marsad: warning: the rule "
                  + rule.id()
                  + " of the rules file takes the place of a user's rule with the same id");
    }
    if (former.filter(muted::equals).isEmpty()) {
      shelf.put(rule.id(), muted);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How alerting works; everything may be left out.
 *
 * @param rulesFile the operator's rules; null where there is none
 * @param late how long after its end a day or an hour is judged
 * @param delivery how people hear
 */
public record AlertSettings(@Nullable Path rulesFile, Duration late, DeliverySettings delivery) {
  private static final String RULES_FILE = "rules-file";
  private static final String USUAL_RULES_FILE = "rules.yaml";

  static AlertSettings of(Section section, Secrets secrets) {
    return new AlertSettings(
        rulesFile(section, secrets),
        section.has("late")
            ? section.duration("late", Duration.ZERO, Duration.ofHours(12))
            : Duration.ofMinutes(30),
        DeliverySettings.of(section, secrets));
  }

  /** Named, it has to be there; otherwise it is taken if it is. */
  private static @Nullable Path rulesFile(Section section, Secrets secrets) {
    boolean named = section.has(RULES_FILE);
    Path file = secrets.file(named ? section.text(RULES_FILE) : USUAL_RULES_FILE);
    if (Files.isReadable(file)) {
      return file;
    }
    if (named) {
      section.fault(RULES_FILE, "a file that can be read; " + file + " cannot");
    }
    return null;
  }
}

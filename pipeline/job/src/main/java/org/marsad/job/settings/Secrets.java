// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Secret;
import org.marsad.model.SecretException;

/**
 * Where passwords are: never in the settings themselves, which are shown and shared. That they can
 * be read is made sure of here, so that a fault is told at the start.
 *
 * @param folder of the settings; names of files are relative to it
 */
record Secrets(@Nullable Path folder, Map<String, String> environment) {

  /** A file of the settings' folder, or wherever an absolute name leads. */
  Path file(String name) {
    return folder == null ? Path.of(name) : folder.resolve(name);
  }

  /**
   * @param fileKey of the setting that names a file with the secret; goes before the variable
   * @return null where there is none; a fault is noted where the file cannot be used
   */
  @Nullable Secret find(Section section, String fileKey, String variable) {
    if (!section.has(fileKey)) {
      return environment.containsKey(variable) ? Secret.inVariable(variable) : null;
    }
    Secret secret = Secret.inFile(file(section.text(fileKey)));
    try {
      if (!secret.text().isEmpty()) {
        return secret;
      }
    } catch (SecretException unreadable) {
      // Told below, without what is in it.
    }
    section.fault(fileKey, "a file that can be read and holds nothing but the secret");
    return null;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The key of the pseudonyms: made once, readable by the owner alone, kept outside the index. It may
 * be read while another Marsad uses the data directory, since it never changes.
 */
final class PseudonymKey {
  private static final int BYTES = 32;

  private PseudonymKey() {}

  /**
   * @param root of the data directory
   * @throws Remedy if it can neither be read nor made
   */
  static byte[] in(Path root) {
    Path folder = root.resolve("secrets");
    Path file = folder.resolve("pseudonym.key");
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      return make(folder, file);
    } catch (IOException e) {
      throw new Remedy("the pseudonym key " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] make(Path folder, Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      OwnerOnly.directories(folder);
      Path fresh = Files.createTempFile(folder, "pseudonym", ".new");
      OwnerOnly.file(fresh);
      Files.write(fresh, key);
      Files.move(fresh, file);
      return key;
    } catch (IOException e) {
      throw new Remedy("the pseudonym key " + file + " cannot be written: " + e.getMessage(), e);
    }
  }
}

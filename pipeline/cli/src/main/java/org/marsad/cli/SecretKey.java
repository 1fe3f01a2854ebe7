// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.marsad.model.Secret;
import org.marsad.model.SecretException;

/**
 * A key of this installation: made once, readable by the owner alone, kept outside the index. It
 * may be read while another Marsad uses the data directory, since it never changes.
 */
enum SecretKey {
  /** Of the pseudonyms. */
  PSEUDONYMS("pseudonym"),
  /** Of the codes in messages to subscribers, and of the secrets of their web hooks. */
  ALERTS("alerts");

  private static final int BYTES = 32;

  private final String name;

  SecretKey(String name) {
    this.name = name;
  }

  /**
   * Where it is; it can be read.
   *
   * @param root of the data directory
   * @throws Remedy if it can neither be read nor made
   */
  Secret in(Path root) {
    Path file = file(root);
    if (Files.notExists(file)) {
      make(file);
    }
    Secret secret = Secret.inFile(file);
    try {
      secret.bytes();
      return secret;
    } catch (SecretException e) {
      throw new Remedy("the " + name + " key cannot be read: " + e.getMessage(), e);
    }
  }

  /** Of a data directory or a copy of one; it need not be there. */
  Path file(Path root) {
    return root.resolve("secrets").resolve(name + ".key");
  }

  private void make(Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      OwnerOnly.directories(folder);
      Path fresh = Files.createTempFile(folder, name, ".new");
      OwnerOnly.file(fresh);
      Files.write(fresh, key);
      Files.move(fresh, file);
    } catch (IOException e) {
      throw new Remedy("the " + name + " key " + file + " cannot be written: " + e.getMessage(), e);
    }
  }
}

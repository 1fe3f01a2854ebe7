// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marsad.model.Secret;

/** Keys as an installation has them: in files. */
public final class KeyFile {
  private KeyFile() {}

  /** A file that is gone when this JVM is. */
  public static Secret of(byte[] key) {
    try {
      Path file = Files.createTempFile("marsad", ".key");
      file.toFile().deleteOnExit();
      return Secret.inFile(Files.write(file, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads UTF-8 files that lie beside a class. */
public final class Bundled {
  private Bundled() {}

  /**
   * The whole of a file.
   *
   * @throws IllegalStateException if the program lacks it
   */
  public static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the bundled file " + file + " of " + beside.getName() + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The lines of a file; see {@link #text}. */
  public static List<String> lines(Class<?> beside, String file) {
    return text(beside, file).lines().toList();
  }
}

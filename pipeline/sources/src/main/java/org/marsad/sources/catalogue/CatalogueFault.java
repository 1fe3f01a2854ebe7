// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.nio.file.Path;

/**
 * One thing that is wrong in the catalogue.
 *
 * @param line counted from 1
 * @param key where in the file, for example {@code outlets[3].kind}
 * @param message what is wrong and what would be right
 */
public record CatalogueFault(Path file, int line, String key, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + key + ": " + message;
  }
}

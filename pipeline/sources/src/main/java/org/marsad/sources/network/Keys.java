// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys to the networks, by name: the environment variable {@code MARSAD_NAME}, or the file that
 * {@code MARSAD_NAME_FILE} names. They are looked up where they are used, so that none is ever part
 * of the job's graph, of its state or of a log.
 */
public final class Keys {
  private static final String PREFIX = "MARSAD_";

  private final Map<String, String> environment;

  public Keys(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  public static Keys ofEnvironment() {
    return new Keys(System.getenv());
  }

  /**
   * @param name such as {@code YOUTUBE_KEY}
   * @return null where there is none, or the file cannot be read or is empty
   */
  public @Nullable String find(String name) {
    String file = environment.get(PREFIX + name + "_FILE");
    String value = file == null ? environment.get(PREFIX + name) : content(Path.of(file));
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** What to do where a key is missing. */
  public static String remedy(String name) {
    return "set "
        + PREFIX
        + name
        + ", or "
        + PREFIX
        + name
        + "_FILE to a file that holds it, and start again";
  }

  private static @Nullable String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      // The health page says that the key is missing and how to give it.
      return null;
    }
  }
}

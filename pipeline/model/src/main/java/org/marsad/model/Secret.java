// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is, in place of the secret: a file or a variable of the environment, which every
 * machine of a cluster is given. It is read where it is used, so that it is never part of a job's
 * graph, which Flink stores and passes on, nor of a log.
 *
 * @param isFile whether it is in a file, and not in the environment
 * @param place the file's absolute path, or the variable's name
 */
public record Secret(boolean isFile, String place) implements Serializable {
  public static Secret inFile(Path file) {
    return new Secret(true, file.toAbsolutePath().toString());
  }

  public static Secret inVariable(String name) {
    return new Secret(false, name);
  }

  /**
   * @throws SecretException that says where it should have been
   */
  public byte[] bytes() {
    return bytes(System.getenv());
  }

  /**
   * Without the white space around it, which editors leave.
   *
   * @throws SecretException that says where it should have been
   */
  public String text() {
    return text(System.getenv());
  }

  /** {@link #text()} of another environment. */
  public String text(Map<String, String> environment) {
    return new String(bytes(environment), StandardCharsets.UTF_8).strip();
  }

  private byte[] bytes(Map<String, String> environment) {
    if (isFile) {
      try {
        return Files.readAllBytes(Path.of(place));
      } catch (IOException e) {
        throw new SecretException(this + " cannot be read (" + e + ")");
      }
    }
    String value = environment.get(place);
    if (value == null) {
      throw new SecretException(this + " is not set");
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** Where it is. */
  @Override
  public String toString() {
    return (isFile ? "the file " : "the environment variable ") + place;
  }
}

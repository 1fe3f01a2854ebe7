// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a new password comes from: a prompt, a file, or the first line of standard input. Never the
 * command line, which other users of the computer can read.
 */
final class PasswordSource {
  private static final Path STANDARD_INPUT = Path.of("-");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the password, or - for standard input (default: asks).")
  @Nullable Path file;

  /**
   * @throws Remedy if there is none, or the two that were typed differ
   */
  String read() {
    Path from = file;
    Console console = System.console();
    if (from == null && console != null) {
      return asked(console);
    }
    if (from == null || from.equals(STANDARD_INPUT)) {
      return firstLine(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
          "standard input");
    }
    try (BufferedReader reader = Files.newBufferedReader(from)) {
      return firstLine(reader, from.toString());
    } catch (IOException e) {
      throw new Remedy("the password file " + from + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String firstLine(BufferedReader reader, String name) {
    try {
      String line = reader.readLine();
      if (line == null || line.isBlank()) {
        throw new Remedy("there is no password in the first line of " + name + ".");
      }
      return line;
    } catch (IOException e) {
      throw new Remedy("the password cannot be read from " + name + ": " + e.getMessage(), e);
    }
  }

  private static String asked(Console console) {
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    if (first == null || second == null || !Arrays.equals(first, second)) {
      throw new Remedy("the two passwords differ: try again.");
    }
    return new String(first);
  }
}

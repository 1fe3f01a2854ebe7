// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output for results, in UTF-8 whatever the locale; standard error for the person. */
final class Terminal {
  private static final PrintStream OUT =
      new PrintStream(new StandardOutput(), true, StandardCharsets.UTF_8);
  private static final PrintStream ERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  /** The launcher knows whether a person reads standard error; Java 17 cannot tell. */
  private static final boolean WATCHED = Boolean.getBoolean("marsad.terminal");

  private Terminal() {}

  static PrintStream out() {
    return OUT;
  }

  static PrintStream err() {
    return ERR;
  }

  /** A line that replaces the one before it; silent where nobody watches. */
  static void progress(String line) {
    if (WATCHED) {
      ERR.print("\r\u001b[K" + line);
      ERR.flush();
    }
  }

  static void endProgress() {
    if (WATCHED) {
      ERR.print("\r\u001b[K");
      ERR.flush();
    }
  }
}

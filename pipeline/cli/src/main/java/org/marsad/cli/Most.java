// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import picocli.CommandLine.Option;

/** How long a list may be. */
final class Most {
  @Option(
      names = "--most",
      paramLabel = "N",
      description = "At most so many (default: ${DEFAULT-VALUE}).",
      defaultValue = "50")
  int lines;
}

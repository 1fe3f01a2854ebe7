// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing without one of its own. */
abstract class CommandGroup implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(), spec.name() + " needs one of " + spec.subcommands().keySet());
  }
}

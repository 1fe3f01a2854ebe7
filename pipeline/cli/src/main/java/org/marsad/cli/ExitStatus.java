// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

/** What a command's exit status tells the program that called it. */
final class ExitStatus {
  static final int OK = 0;

  /** The run went through, but some of its input was bad; each fault was named. */
  static final int BAD_INPUT = 1;

  /** The run went through, but a figure is worse than is allowed; each was named. */
  static final int GATE_FAILED = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** The machine, the configuration or a service stands in the way; the message has the remedy. */
  static final int ENVIRONMENT = 3;

  /** A defect of Marsad, or a job that failed. */
  static final int FAILURE = 4;

  /** Whoever read the results wants no more; what a shell tells of a program that SIGPIPE ended. */
  static final int READER_LEFT = 141;

  private ExitStatus() {}
}

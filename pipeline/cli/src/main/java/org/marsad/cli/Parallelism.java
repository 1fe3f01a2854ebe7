// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

/** How many subtasks each stage has on this machine. */
final class Parallelism {
  /** More than this gains nothing while one embedded Elasticsearch takes the documents. */
  private static final int MOST = 4;

  private Parallelism() {}

  static int standard() {
    return Math.min(MOST, Math.max(1, Runtime.getRuntime().availableProcessors()));
  }
}

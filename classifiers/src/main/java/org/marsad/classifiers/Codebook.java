// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** The definitions by which people and models judge: {@link Stance}, {@link Target} and so on. */
public final class Codebook {
  /**
   * Raised whenever a value is added or taken away or means something else, since what was judged
   * by one version is no answer to the questions of another. Every judgement of a person carries
   * it; only those by this version are exported and learned from.
   */
  public static final String VERSION = "1";

  private Codebook() {}
}

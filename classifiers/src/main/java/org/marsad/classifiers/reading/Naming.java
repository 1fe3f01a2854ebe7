// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

/** How surely a text names a group; later ones are surer. */
public enum Naming {
  NONE,
  /** Words suggest a group without naming one. */
  SUGGESTED,
  /** Words stand there that name a group in some contexts, and this is none of those. */
  WEAK,
  CERTAIN;

  /** What a text with a title does. */
  public Naming or(Naming other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

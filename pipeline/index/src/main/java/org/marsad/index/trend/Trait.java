// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

/** By what the documents of two ranges are told apart. */
public enum Trait {
  SOURCE("sourceId", false),
  KIND("kind", false),
  LANGUAGE("assessment.language", false),
  TARGET("assessment.targets", true),
  FRAME("assessment.frames", true),
  PLACE("assessment.places", true);

  private final String field;
  private final boolean isOverlapping;

  Trait(String field, boolean isOverlapping) {
    this.field = field;
    this.isOverlapping = isOverlapping;
  }

  String field() {
    return field;
  }

  /** Whether a document may have several values, so that what they carry may exceed the change. */
  public boolean isOverlapping() {
    return isOverlapping;
  }
}

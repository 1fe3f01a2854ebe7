// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import org.jspecify.annotations.Nullable;

/** What a source emits: exactly one of its parts is present. */
public record Intake(
    @Nullable RawDocument document,
    @Nullable Rejection rejection,
    @Nullable SourceHealth health,
    @Nullable Deletion deletion) {

  public static Intake of(RawDocument document) {
    return new Intake(document, null, null, null);
  }

  public static Intake of(Rejection rejection) {
    return new Intake(null, rejection, null, null);
  }

  public static Intake of(SourceHealth health) {
    return new Intake(null, null, health, null);
  }

  public static Intake of(Deletion deletion) {
    return new Intake(null, null, null, deletion);
  }
}

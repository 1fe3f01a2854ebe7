// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A figure that must not be worse than its limit.
 *
 * @param name what is measured, and on which texts
 * @param language the language or languages that it is measured in
 * @param figure three decimals
 * @param limit the worst figure that holds
 */
@JsonPropertyOrder({"name", "language", "figure", "limit", "direction", "holds"})
public record Gate(String name, String language, double figure, double limit, Direction direction) {

  /** On which side of the limit a figure must be. */
  public enum Direction {
    AT_MOST,
    AT_LEAST
  }

  /** Whether the figure is on the right side; a figure that is none never is. */
  @JsonProperty
  public boolean holds() {
    return direction == Direction.AT_MOST ? figure <= limit : figure >= limit;
  }

  /** The figure beside its limit, for people. */
  String comparison() {
    return figure + (direction == Direction.AT_MOST ? " ≤ " : " ≥ ") + limit;
  }
}

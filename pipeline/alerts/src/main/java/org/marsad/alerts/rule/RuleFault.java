// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

/**
 * What is wrong with one key of a rule.
 *
 * @param key as in {@code filters.places}
 * @param message what is wrong, and what is allowed
 */
record RuleFault(String key, String message) {
  /** Whether the other is about the same key, or about one inside of it. */
  boolean covers(RuleFault other) {
    return other.key.equals(key) || other.key.startsWith(key + ".");
  }

  @Override
  public String toString() {
    return key + " " + message;
  }
}

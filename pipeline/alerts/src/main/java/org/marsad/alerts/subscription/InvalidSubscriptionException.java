// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.util.List;

/** What was asked for cannot be subscribed to. The text names no address. */
public final class InvalidSubscriptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public InvalidSubscriptionException(List<String> faults) {
    super("The subscription is not valid: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Everything that is wrong, each with what to do about it. */
  public List<String> faults() {
    return faults;
  }
}

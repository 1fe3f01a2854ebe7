// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

/** What a channel that is set up knows of addresses. */
public interface AddressCheck {
  /**
   * Whether an address could be one, before anything is sent to it.
   *
   * @throws IllegalArgumentException that says what is wrong with it and what it should look like
   */
  void check(String address);
}

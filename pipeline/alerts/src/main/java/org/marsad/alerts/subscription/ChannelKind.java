// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

/** By which way a subscriber is reached; each has one class in {@code channel}. */
public enum ChannelKind {
  EMAIL,
  /** A signed JSON request of our own form. */
  WEBHOOK,
  SLACK,
  MATTERMOST,
  TELEGRAM
}

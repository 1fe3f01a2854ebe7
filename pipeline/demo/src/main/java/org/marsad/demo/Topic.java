// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.List;
import java.util.Locale;

/** What an article is about. Its name is also the bank's file and the path's first segment. */
public enum Topic {
  FOOTBALL,
  WEATHER,
  MUNICIPAL,
  PRICES,
  CULTURE,
  AGRICULTURE,
  EDUCATION,
  TRANSPORT,
  HEALTH,
  MIGRATION;

  /** Everything that a newspaper has on a day on which it says nothing about migrants. */
  static final List<Topic> ORDINARY =
      List.of(values()).stream().filter(topic -> topic != MIGRATION).toList();

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}

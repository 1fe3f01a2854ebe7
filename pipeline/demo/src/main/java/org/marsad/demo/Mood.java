// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

/** How readers are disposed: calm as a rule, tense in the week of the dispute, and afterwards. */
enum Mood {
  CALM,
  TENSE,
  AFTERWARDS
}

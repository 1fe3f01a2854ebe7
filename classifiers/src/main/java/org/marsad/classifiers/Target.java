// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** Who is spoken about, as the codebook defines it. */
public enum Target {
  SSA_BLACK,
  MIGRANT_GENERIC,
  REFUGEE,
  ARAB,
  MOR_ABROAD,
  BLACK_MOROCCAN,
  WOMEN_MIGRANT,
  CHILD_MIGRANT,
  MIXED_COUPLES,
  SOLIDARITY_ACTORS,
  MUSLIM_IMMIGRANT,
  OTHER
}

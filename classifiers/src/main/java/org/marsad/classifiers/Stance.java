// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** The document's stance towards migrants, as the codebook defines it. */
public enum Stance {
  HOSTILE,
  CRITICAL_POLICY,
  NEUTRAL,
  REPORT_ON_HOSTILITY,
  SUPPORTIVE,
  COUNTER_SPEECH,
  UNCLEAR
}

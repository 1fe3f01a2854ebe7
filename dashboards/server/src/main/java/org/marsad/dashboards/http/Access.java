// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

/** Who may use an endpoint; each kind but the first asks for a person who is signed in. */
public enum Access {
  /** Anybody: what shows no document, such as health, signing in, and the empty pages. */
  PUBLIC,
  /** Whoever is signed in. */
  READ,
  /** Analysts: what unmasks, exports, or changes what alerting does. */
  ANALYSE,
  /** Annotators, too: what says whether a judgement was right. */
  LABEL,
  /** Administrators. */
  ADMINISTER
}

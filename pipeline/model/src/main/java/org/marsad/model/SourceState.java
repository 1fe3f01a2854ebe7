// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

/** What a source's last poll came to. */
public enum SourceState {
  /** It answered, and the answer could be read. */
  OK,
  /** It did not answer, or not in a form that can be read. */
  FAILING,
  /** It answered 429 or 503 with a time to come back. */
  THROTTLED,
  /** Its robots.txt, or a 401, 403 or 451, says no. It is left alone. */
  REFUSED,
  /** It needs a key that nobody has given; nothing is asked of it. */
  OFF
}

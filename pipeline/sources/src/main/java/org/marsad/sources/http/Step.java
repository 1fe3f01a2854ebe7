// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;

/** What one hop on the way to a page leads to. */
sealed interface Step {
  record Redirect(URI target) implements Step {}

  /**
   * @param cut whether the body went on after the limit
   */
  record End(FetchOutcome outcome, boolean cut) implements Step {
    static End of(FetchOutcome outcome) {
      return new End(outcome, false);
    }
  }
}

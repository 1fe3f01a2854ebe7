// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import org.marsad.dashboards.accounts.Caller;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.feedback.Label;

/**
 * Who answers.
 *
 * @param id random; never a name
 * @param decides whether they may decide where others disagree
 */
record Annotator(String id, boolean decides) {
  /** Whoever makes a request that was admitted; with a key, its owner. */
  static Annotator of(Request request) {
    Caller caller = Caller.of(request.context());
    Account account = caller.account();
    return new Annotator(account == null ? Label.LOCAL : account.id(), caller.may(Access.ANALYSE));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;

/**
 * Who makes a request.
 *
 * @param account null for the person at this computer while there is no account
 * @param role what they may do; of a key, no more than it was made for
 * @param who as the audit log calls them
 */
public record Caller(Way way, @Nullable Account account, Role role, String who) {
  private static final String ATTRIBUTE = Caller.class.getName();

  /** How it is known. */
  public enum Way {
    /** Nobody else reaches this server, and there is no account. */
    AT_THIS_COMPUTER,
    SESSION,
    KEY
  }

  static final Caller AT_THIS_COMPUTER =
      new Caller(Way.AT_THIS_COMPUTER, null, Role.ADMIN, Request.LOCAL);

  static Caller bySession(Account account) {
    return new Caller(Way.SESSION, account, account.role(), account.id());
  }

  static Caller byKey(ApiKeys.Holder holder) {
    return new Caller(Way.KEY, holder.owner(), holder.role(), "key:" + holder.keyId());
  }

  /**
   * Of a request that the gate has admitted to an endpoint that is not public.
   *
   * @throws IllegalStateException for other requests
   */
  public static Caller of(Context context) {
    Caller caller = context.attribute(ATTRIBUTE);
    if (caller == null) {
      throw new IllegalStateException("nobody was asked for at " + context.path());
    }
    return caller;
  }

  public boolean may(Access access) {
    return Permissions.allows(role, access);
  }

  void remember(Context context) {
    context.attribute(ATTRIBUTE, this);
    context.attribute(Request.WHO, who);
    if (account != null) {
      context.attribute(Request.ACCOUNT, account.id());
    }
  }
}

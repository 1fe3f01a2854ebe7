// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import java.util.Locale;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Gate;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.index.accounts.Role;

/** Lets each request do what its caller's role may. */
final class AccountGate implements Gate {
  private final Callers callers;

  AccountGate(Callers callers) {
    this.callers = callers;
  }

  @Override
  public void admit(Access access, Context context) {
    if (access == Access.PUBLIC) {
      return;
    }
    Caller caller = callers.find(context).orElseThrow(() -> unknown(context));
    Role needed = Permissions.least(access);
    if (!Permissions.allows(caller.role(), access)) {
      throw new RefusedException(
          Problem.forbidden(
              needed,
              "This needs the role "
                  + name(needed)
                  + "; yours is "
                  + name(caller.role())
                  + ". Ask an administrator for it."));
    }
    caller.remember(context);
  }

  private static RefusedException unknown(Context context) {
    context.header("WWW-Authenticate", "Bearer realm=\"Marsad\"");
    return new RefusedException(
        Problem.of(
            401,
            "Unauthorized",
            "Log in at /login, or send a key: Authorization: Bearer marsad_…. A login ends after"
                + " some hours without use, and when the account has changed."));
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}

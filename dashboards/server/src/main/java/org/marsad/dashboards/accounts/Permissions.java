// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.marsad.dashboards.http.Access;
import org.marsad.index.accounts.Role;

/** Which role may do what. What is not said here is allowed to nobody. */
final class Permissions {
  private Permissions() {}

  /** The least role that may do it. */
  static Role least(Access access) {
    return switch (access) {
      case PUBLIC, READ -> Role.VIEWER;
      case LABEL -> Role.ANNOTATOR;
      case ANALYSE -> Role.ANALYST;
      case ADMINISTER -> Role.ADMIN;
    };
  }

  static boolean allows(Role role, Access access) {
    return role.compareTo(least(access)) >= 0;
  }

  /** All that somebody of this role may do. */
  static List<Access> of(Role role) {
    return Stream.of(Access.values()).filter(access -> allows(role, access)).toList();
  }
}

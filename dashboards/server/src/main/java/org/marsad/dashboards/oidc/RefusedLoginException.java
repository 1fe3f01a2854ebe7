// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody who comes from the identity provider cannot come in. */
final class RefusedLoginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** As the login page tells it. */
  enum Reason {
    /** The provider does not answer, or not as one. */
    AWAY,
    /** There is no such login under way in this browser, or no more. */
    STALE,
    /** The person or the provider ended it, or the answer does not hold. */
    FAILED,
    /** The provider gives no role that means something here. */
    NO_ROLE,
    /** The account has been disabled. */
    DISABLED,
    /** The account cannot be made or changed as the provider says. */
    CONFLICT;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  RefusedLoginException(Reason reason, @Nullable Throwable cause) {
    super(reason.code(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

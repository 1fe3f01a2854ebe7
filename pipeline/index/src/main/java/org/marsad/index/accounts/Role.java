// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.accounts;

/** What an account is for. Each may do all that those before it may. */
public enum Role {
  /** Looks and searches. */
  VIEWER,
  /** Also says whether the machine was right. */
  ANNOTATOR,
  /** Also sees what is masked, exports, and makes rules. */
  ANALYST,
  /** Also says who may do what. */
  ADMIN;

  /** The lesser of the two. */
  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }
}

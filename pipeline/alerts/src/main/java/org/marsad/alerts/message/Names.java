// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

/** Names for people in place of ids; an id that nobody knows stands for itself. */
public interface Names {
  /** An outlet's name. */
  String source(String id);

  /**
   * A place's name.
   *
   * @param language ar, fr or en
   */
  String place(String id, String language);
}

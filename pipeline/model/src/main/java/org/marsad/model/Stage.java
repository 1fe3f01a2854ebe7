// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

/** Where on its way a record was rejected. */
public enum Stage {
  READ,
  FETCH,
  PARSE,
  EXTRACT,
  ASSESS,
  INDEX
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

/** What sort of text a document is. */
public enum DocumentKind {
  ARTICLE,
  COMMENT,
  POST
}

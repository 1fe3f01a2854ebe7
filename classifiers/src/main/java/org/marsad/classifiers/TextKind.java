// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** What kind of text is judged; a title weighs in an article only. */
public enum TextKind {
  ARTICLE,
  COMMENT,
  POST,
  TWEET
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

/** What goes wrong with an answer. */
enum Fault {
  /** 500. */
  SERVER_ERROR,
  /** 503 with a time to come back. */
  UNAVAILABLE,
  /** The connection ends in the middle of the answer. */
  CUT_OFF,
  /** A whole answer that is no feed: its XML ends in the middle. Of a page a 500. */
  BROKEN_XML,
  /** The right answer, after some seconds. */
  SLOW,
  /** Nothing for longer than anybody waits. */
  SILENT
}

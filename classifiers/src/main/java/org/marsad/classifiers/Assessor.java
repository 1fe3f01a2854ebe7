// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/**
 * Judges texts. Implementations are thread-safe, answer in time linear in the text, and never throw
 * for any text, however malformed its Unicode.
 */
public interface Assessor {
  Assessment assess(Submission submission);
}

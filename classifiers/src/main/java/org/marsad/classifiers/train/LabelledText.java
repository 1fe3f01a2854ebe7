// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;

/**
 * A text with the labels that its set has; a label that is absent is null.
 *
 * @param set name of the file it comes from, without extension
 * @param language the set's own code ({@code ary}, {@code ar}, {@code fr}, …)
 * @param pair ties minimal pairs together
 * @param moroccan whether it was written in Morocco, where the set says so
 */
public record LabelledText(
    String set,
    String text,
    @Nullable String title,
    TextKind kind,
    @Nullable String language,
    @Nullable Boolean offensive,
    @Nullable Boolean relevant,
    @Nullable Stance stance,
    double intensity,
    List<String> targets,
    List<String> frames,
    @Nullable String pair,
    @Nullable Boolean moroccan) {

  /** What an assessor is shown of it. */
  public Submission submission() {
    return new Submission(text, title, kind);
  }
}

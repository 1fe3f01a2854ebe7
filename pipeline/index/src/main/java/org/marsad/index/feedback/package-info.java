// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What people said of the judgements: one {@link org.marsad.index.feedback.Label} for each answer
 * of a person about one layer of one text. Answers are only ever added; of one person the latest
 * about a text and layer counts. A label is tied to the wording that was judged, not to what the
 * document says after an edit.
 *
 * <p>{@link org.marsad.index.feedback.LabelBook} is the entrance; it puts the labels of a text
 * together into a {@link org.marsad.index.feedback.Review}, which knows what its people agree on.
 * {@link org.marsad.index.feedback.Candidates} finds what to look at next. Labels of an erased
 * document stay as figures and name it no more.
 */
@NullMarked
package org.marsad.index.feedback;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

/** The meaning of a term: its layer and its value in it. */
public record Entry(Layer layer, String value) {}

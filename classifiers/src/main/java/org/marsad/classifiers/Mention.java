// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** A span of the text, [start, end) in UTF-16 code units, that names a group. */
public record Mention(int start, int end, Target target) {}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/**
 * A span of the text, [start, end) in UTF-16 code units, that names a group. It holds whole words:
 * the clitics of an Arabic word («للمهاجرين»), its last harakat and whatever disguises it lie
 * inside; an elided article (l'immigré) and a hash sign do not.
 */
public record Mention(int start, int end, Target target) {}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.List;

/**
 * Words and phrases that mean the same to somebody who searches, in all scripts and languages.
 *
 * @param kind what they are about, such as {@code people}; {@code place} for those of the gazetteer
 * @param terms two or more
 */
public record SynonymGroup(String kind, List<String> terms) {}

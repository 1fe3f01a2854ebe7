// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A single Elasticsearch node as a program of its own, made of the server's jars on the class path.
 *
 * <p>The jars leave out what a distribution keeps in its modules directory. What the index needs of
 * that is here, under the names that a distribution gives it, so that the same templates serve
 * both: language analyzers and filters ({@link org.marsad.embedded.LanguageAnalysisPlugin}) and
 * {@code GET /} ({@link org.marsad.embedded.RootEndpointPlugin}).
 */
@NullMarked
package org.marsad.embedded;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The Elasticsearch that holds the documents: a node of our own as a child program ({@link
 * org.marsad.index.EmbeddedNode}) or a cluster elsewhere, reached alike through {@link
 * org.marsad.index.IndexConnection}; {@link org.marsad.index.BulkWriter} writes, and {@code
 * org.marsad.index.query} reads. The fields of a stored document are described in this module's
 * README.
 *
 * <p>Only what both kinds of Elasticsearch have is used: no scripts, no ingest pipelines, no
 * reindexing on the server.
 */
@NullMarked
package org.marsad.index;

import org.jspecify.annotations.NullMarked;

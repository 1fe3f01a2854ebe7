// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reads the index for pages and alerts: searching, counting by day, looking up. {@link
 * org.marsad.index.query.DocumentQueries} is the entrance; every query is bounded in what it may
 * cost, and none of the types of the Elasticsearch client leaves this module.
 *
 * <p>The day of a document is that of its publication, or of its capture where the publication is
 * unknown, in Morocco's time. A text whose language is not supported is found by searches but never
 * counted as relevant, hostile or not.
 */
@NullMarked
package org.marsad.index.query;

import org.jspecify.annotations.NullMarked;

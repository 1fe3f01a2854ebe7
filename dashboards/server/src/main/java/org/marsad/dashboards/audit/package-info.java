// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The record of deliberate acts. It is a file of JSON objects, one a line, each of which holds the
 * SHA-256 of the line before it, so that a line which was changed, removed, inserted or moved is
 * found. What a chain cannot show by itself, that its end was cut off, is shown by a second file
 * with the number and the hash of the last line, the head, which can be noted elsewhere too.
 *
 * <p>Neither file is secret-keyed: whoever may write both can make a new chain. Only a head that
 * was noted where they cannot write shows that.
 */
@NullMarked
package org.marsad.dashboards.audit;

import org.jspecify.annotations.NullMarked;

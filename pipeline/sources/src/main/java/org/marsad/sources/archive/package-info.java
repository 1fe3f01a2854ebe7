// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Bounded import of files: lines of JSON, CSV, web archives and pages. A split is one file and how
 * many of its records have been emitted; every record counts as read exactly once, and comes out as
 * a document or as a rejection.
 */
@NullMarked
package org.marsad.sources.archive;

import org.jspecify.annotations.NullMarked;

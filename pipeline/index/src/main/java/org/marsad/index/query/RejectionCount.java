// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

/** How many inputs were rejected at this stage for this reason. */
public record RejectionCount(String stage, String reason, long count) {}

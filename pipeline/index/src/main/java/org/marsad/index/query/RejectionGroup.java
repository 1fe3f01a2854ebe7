// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.Rejection;

/**
 * Rejections of one stage for one reason.
 *
 * @param example the latest of them
 */
public record RejectionGroup(long count, Rejection example) {}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * People say whether the judgements were right: what they are asked, what they answer, how far they
 * agree, and how right the models have been by them.
 */
@NullMarked
package org.marsad.dashboards.feedback;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of how stories are told in the job. */
@NullMarked
package org.marsad.job.story;

import org.jspecify.annotations.NullMarked;

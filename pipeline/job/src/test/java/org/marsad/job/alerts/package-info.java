// SPDX-License-Identifier: AGPL-3.0-or-later
/** Alerting on the job. */
@NullMarked
package org.marsad.job.alerts;

import org.jspecify.annotations.NullMarked;

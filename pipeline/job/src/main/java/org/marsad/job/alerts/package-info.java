// SPDX-License-Identifier: AGPL-3.0-or-later
/** Alerting as a part of the job: when rules are judged, what is remembered, when it is sent. */
@NullMarked
package org.marsad.job.alerts;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What alerting keeps in the index, and what it counts there: {@link
 * org.marsad.index.alerts.AlertIndex} is the entrance. The interfaces are those of {@code
 * org.marsad.alerts.store} and {@code org.marsad.alerts.incident}; the fields are described in this
 * module's README.
 *
 * <p>Every method may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch
 * is away, and {@link org.marsad.index.IndexRefusedException} when a person must act.
 */
@NullMarked
package org.marsad.index.alerts;

import org.jspecify.annotations.NullMarked;

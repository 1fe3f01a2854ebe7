// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Figures for Prometheus. The names are API: dashboards/monitoring lists them, and tests hold its
 * rules and panels to them.
 */
@NullMarked
package org.marsad.dashboards.metrics;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Holds the objects of dashboards/kibana against what Kibana and the index demand, since no Kibana
 * runs here: its import does not check the references of Lens, and would take a field that is not
 * there.
 */
@NullMarked
package org.marsad.dashboards.kibana;

import org.jspecify.annotations.NullMarked;

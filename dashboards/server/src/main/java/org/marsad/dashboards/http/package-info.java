// SPDX-License-Identifier: AGPL-3.0-or-later
/** What an endpoint is, how its requests are read, and how faults are told. */
@NullMarked
package org.marsad.dashboards.http;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Logins by a real, small identity provider, and attacks on them. */
@NullMarked
package org.marsad.dashboards.oidc;

import org.jspecify.annotations.NullMarked;

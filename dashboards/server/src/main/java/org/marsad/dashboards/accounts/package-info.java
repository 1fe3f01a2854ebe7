// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who may use the dashboards, and for what. While there is no account, whoever sits at this
 * computer may do everything, and nobody else reaches the server. From the first account on, each
 * request is made by a session ({@link org.marsad.dashboards.accounts.Sessions}) or a key ({@link
 * org.marsad.dashboards.accounts.ApiKeys}), or by nobody.
 *
 * <p>Sessions and keys are looked up at each request, and their owner with them: what an
 * administrator takes away is gone at the next one, on every server over the same index.
 */
@NullMarked
package org.marsad.dashboards.accounts;

import org.jspecify.annotations.NullMarked;

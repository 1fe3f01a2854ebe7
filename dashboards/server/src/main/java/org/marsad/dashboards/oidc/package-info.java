// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Login by an identity provider (OpenID Connect, authorization code flow with PKCE), through pac4j.
 * What pac4j keeps between the two requests of a login is kept here in memory, for ten minutes and
 * one answer; all checks of the answer and of the ID token are the library's. Its types stay in
 * this package.
 */
@NullMarked
package org.marsad.dashboards.oidc;

import org.jspecify.annotations.NullMarked;

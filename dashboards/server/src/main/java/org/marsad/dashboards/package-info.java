// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The dashboard's server: the pages, and the JSON API that they read. Everything it hands out about
 * a document is masked (see {@link org.marsad.model.masking.Masking}) unless a person reveals it,
 * which is recorded. It listens on loopback only, unless accounts and a legal basis allow more.
 */
@NullMarked
package org.marsad.dashboards;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What is kept of those who may use the dashboards: {@link org.marsad.index.accounts.AccountIndex}
 * is the entrance. No password, token or key is here, only hashes of them. What a role may do is
 * for the dashboards to say.
 *
 * <p>Every method may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch
 * is away, and {@link org.marsad.index.IndexRefusedException} when a person must act.
 */
@NullMarked
package org.marsad.index.accounts;

import org.jspecify.annotations.NullMarked;

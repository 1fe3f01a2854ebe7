// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Posts on X by its API v2: the recent search, which is paid by the post read, so that every stream
 * has a budget. What was taken lately is asked for again once a day, since X obliges those who keep
 * posts to forget those that are deleted or have become private.
 */
@NullMarked
package org.marsad.sources.network.x;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reddit's listings through its interface for programs, with a key that Reddit grants (OAuth 2.0,
 * client credentials): the posts or the comments of a subreddit, or a search.
 */
@NullMarked
package org.marsad.sources.network.reddit;

import org.jspecify.annotations.NullMarked;

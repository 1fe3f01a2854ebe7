/**
 * Public timelines of hashtags on Mastodon, by the instance's own interface. Edits and deletions
 * are seen among the newest statuses; boosts and replies by reference are not documents.
 */
@NullMarked
package org.marsad.sources.network.mastodon;

import org.jspecify.annotations.NullMarked;

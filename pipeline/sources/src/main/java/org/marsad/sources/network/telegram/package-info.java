// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Public Telegram channels, as the preview at {@code https://t.me/s/CHANNEL} shows them to anybody.
 * It is a page for people: robots.txt is asked, and a channel without a preview is left alone. A
 * channel is a publisher like an outlet, so that the address of a post, which names the channel, is
 * kept; the people who sign, forward or are quoted are not.
 */
@NullMarked
package org.marsad.sources.network.telegram;

import org.jspecify.annotations.NullMarked;

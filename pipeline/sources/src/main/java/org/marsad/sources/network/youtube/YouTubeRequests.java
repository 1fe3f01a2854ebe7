// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses to ask, each for one unit of the quota.
 *
 * @param threads what is followed: {@code …/commentThreads?videoId=…} or {@code
 *     …/commentThreads?allThreadsRelatedToChannelId=…}
 */
record YouTubeRequests(URI threads) {
  private static final String PLAIN = "&maxResults=100&textFormat=plainText";

  URI threads(@Nullable String page) {
    return URI.create(threads + "&part=snippet,replies&order=time" + PLAIN + page(page));
  }

  URI replies(String thread, @Nullable String page) {
    return comments("parentId=" + encoded(thread) + PLAIN + page(page));
  }

  URI comments(List<String> ids) {
    return comments("textFormat=plainText&id=" + encoded(String.join(",", ids)));
  }

  private URI comments(String query) {
    return threads.resolve("comments?part=snippet&" + query);
  }

  private static String page(@Nullable String page) {
    return page == null ? "" : "&pageToken=" + encoded(page);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

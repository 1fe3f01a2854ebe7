// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses to ask.
 *
 * @param search {@code …/2/tweets/search/recent}; a fragment, which tells one stream from another,
 *     is not sent
 */
record XRequests(URI search, String query) {

  /**
   * @param most between 10 and 100
   */
  URI search(@Nullable String readUpTo, @Nullable String page, long most) {
    return to(
        search.getPath()
            + "?query="
            + encoded(query)
            + "&max_results="
            + most
            + "&tweet.fields="
            + XPost.FIELDS
            + (readUpTo == null ? "" : "&since_id=" + encoded(readUpTo))
            + (page == null ? "" : "&next_token=" + encoded(page)));
  }

  /**
   * @param ids at most 100
   */
  URI posts(List<String> ids) {
    return to("/2/tweets?ids=" + String.join(",", ids) + "&tweet.fields=" + XPost.FIELDS);
  }

  private URI to(String pathAndQuery) {
    return search.resolve(pathAndQuery);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

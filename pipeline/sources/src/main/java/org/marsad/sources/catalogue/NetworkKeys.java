// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/**
 * The names of the keys that networks want, as {@link org.marsad.sources.network.Keys} finds them.
 */
public final class NetworkKeys {
  public static final String YOUTUBE = "YOUTUBE_KEY";
  public static final String X = "X_BEARER_TOKEN";
  public static final String REDDIT_ID = "REDDIT_CLIENT_ID";
  public static final String REDDIT_SECRET = "REDDIT_CLIENT_SECRET";

  private NetworkKeys() {}
}

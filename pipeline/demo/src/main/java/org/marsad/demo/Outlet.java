// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * A fictional outlet, as {@code outlets.yaml} describes it.
 *
 * @param language ar, ary, fr, es or en: the folder of its texts
 * @param notice that it is fictional, in its language; every page and feed carries it
 * @param desk the byline: a desk, never a person
 * @param articles how many it has in the archive
 * @param freeMigration how many of these speak about migrants, besides the dispute's
 * @param opinions whether it prints opinion pieces
 * @param readers the comments' languages with their weights
 */
public record Outlet(
    String id,
    String name,
    String language,
    String region,
    String kind,
    String tagline,
    String notice,
    String desk,
    FeedFormat feed,
    Metadata metadata,
    String charset,
    int articles,
    @JsonProperty("free-migration") int freeMigration,
    boolean opinions,
    List<String> cities,
    Map<String, Integer> readers) {

  /** The dialect of XML in which its articles are announced. */
  public enum FeedFormat {
    RSS,
    ATOM;

    String mediaType() {
      return this == RSS ? "rss+xml" : "atom+xml";
    }
  }

  /** How its pages state title, date and author to machines. */
  public enum Metadata {
    JSON_LD,
    JSON_LD_WITH_BODY,
    META,
    MICRODATA,
    TIME_ELEMENT
  }

  Charset encoding() {
    return Charset.forName(charset);
  }

  boolean rightToLeft() {
    return language.startsWith("ar");
  }
}

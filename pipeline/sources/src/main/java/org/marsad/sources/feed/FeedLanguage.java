// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The language that a feed or an item of it states, as a tag such as {@code ar} or {@code fr-MA}.
 */
public final class FeedLanguage {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

  private FeedLanguage() {}

  /** Null for what is no tag: some write "Arabic", or nothing. */
  public static @Nullable String of(@Nullable String stated) {
    String tag = stated == null ? "" : stated.strip();
    return TAG.matcher(tag).matches() ? tag.replace('_', '-') : null;
  }

  /**
   * {@code xml:lang} of an Atom feed, {@code language} of an RSS channel.
   *
   * @param root of the feed's XML
   */
  static @Nullable String ofFeed(Element root) {
    String attribute = of(root.getAttributeValue("lang", Namespace.XML_NAMESPACE));
    if (attribute != null) {
      return attribute;
    }
    for (Element channel : root.getChildren()) {
      for (Element element : channel.getChildren()) {
        if (channel.getName().equals("channel") && element.getName().equals("language")) {
          return of(element.getText());
        }
      }
    }
    return null;
  }
}

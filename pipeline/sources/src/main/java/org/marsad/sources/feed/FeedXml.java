// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/** The strict XML parser, with no way to read another file or to expand entities. */
final class FeedXml {
  private FeedXml() {}

  /** Null where the text is not well-formed, or has a DOCTYPE. */
  static @Nullable Document parse(String xml) {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    try {
      return builder.build(new StringReader(xml));
    } catch (JDOMException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }
}

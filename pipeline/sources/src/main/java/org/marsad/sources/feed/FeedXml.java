// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The strict XML parser, with no way to read another file or to expand entities, and with limits:
 * ROME and JDOM recurse into what they are given, and look through all attributes for each.
 */
final class FeedXml {
  /** Elements within elements; those of feeds go about twenty deep. */
  static final int DEEPEST = 256;

  /** Of one element. */
  static final int MOST_ATTRIBUTES = 1_000;

  private FeedXml() {}

  /** Null where the text is not well-formed, goes beyond the limits, or has a DOCTYPE. */
  static @Nullable Document parse(String xml) {
    SAXBuilder builder = new SAXBuilder(new PlatformParser());
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
    builder.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MOST_ATTRIBUTES));
    builder.setExpandEntities(false);
    try {
      return builder.build(new StringReader(xml));
    } catch (JDOMException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }

  /** Java's own: the Xerces on our class path, an old one, has no limits. */
  private static final class PlatformParser implements XMLReaderJDOMFactory {
    @Override
    public XMLReader createXMLReader() {
      try {
        return SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
      } catch (ParserConfigurationException | SAXException e) {
        throw new IllegalStateException("Java comes with an XML parser", e);
      }
    }

    @Override
    public boolean isValidating() {
      return false;
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.channel.AtomFeed.Entry;
import org.marsad.alerts.channel.AtomFeed.Head;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AtomFeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Head HEAD =
      new Head(
          "مرصد",
          URI.create("https://marsad.example.org/feed?a=1&b=2"),
          URI.create("https://marsad.example.org/"),
          "ar",
          NOON);

  @Test
  void writesWhatTheStandardAsksFor() throws Exception {
    String id = AtomFeed.entryId("marsad.example.org", Examples.step());
    Entry entry =
        new Entry(
            id,
            NOON,
            "a < b & ]]> \u0000\u000B\uD800\uFFFE😀",
            "<p>outlet-a &amp; مرحبا</p>",
            URI.create("https://marsad.example.org/incidents/7"),
            "ar");
    Element feed = parse(AtomFeed.write(List.of(entry), HEAD)).getDocumentElement();

    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(child(feed, "id").getTextContent()).isEqualTo(HEAD.self().toString());
    assertThat(child(feed, "title").getTextContent()).isEqualTo("مرصد");
    assertThat(child(feed, "updated").getTextContent()).isEqualTo("2026-11-02T12:00:00Z");
    assertThat(child(child(feed, "author"), "name").getTextContent()).isEqualTo("مرصد");
    assertThat(child(feed, "link").getAttribute("rel")).isEqualTo("self");
    assertThat(child(feed, "link").getAttribute("href")).isEqualTo(HEAD.self().toString());

    Element written = child(feed, "entry");
    assertThat(child(written, "id").getTextContent())
        .isEqualTo("tag:marsad.example.org,2026-11-02:rule-a%2F2026-11-02%401");
    assertThat(child(written, "title").getTextContent()).isEqualTo("a < b & ]]> 😀");
    assertThat(written.getAttributeNS(XMLConstants.XML_NS_URI, "lang")).isEqualTo("ar");
    assertThat(child(written, "content").getAttribute("type")).isEqualTo("html");
    assertThat(child(written, "content").getTextContent())
        .isEqualTo("<div dir=\"rtl\"><p>outlet-a &amp; مرحبا</p></div>");
    assertThat(child(written, "link").getAttribute("href")).endsWith("/incidents/7");
  }

  @Test
  void aFeedMayBeEmpty() throws Exception {
    Document document = parse(AtomFeed.write(List.of(), HEAD));
    assertThat(document.getElementsByTagNameNS(ATOM, "entry").getLength()).isZero();
    assertThat(document.getElementsByTagNameNS(ATOM, "updated").getLength()).isOne();
  }

  private static Document parse(String feed) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagNameNS(ATOM, name).item(0);
  }
}

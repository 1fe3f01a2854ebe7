// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.marsad.alerts.incident.IncidentStep;

/** Incidents as an Atom 1.0 feed (RFC 4287), for feed readers. */
public final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private AtomFeed() {}

  /**
   * What the feed says of itself.
   *
   * @param title also the author's name, which a feed must have
   * @param self where the feed is; its id, so that it must not change
   * @param alternate the same for people
   * @param language ar, fr or en
   * @param updated of the latest entry; where there is none, since when there is none
   */
  public record Head(String title, URI self, URI alternate, String language, Instant updated) {}

  /**
   * One step of an incident.
   *
   * @param id as {@link #entryId} makes it
   * @param html a fragment, such as a few paragraphs
   * @param link to the incident in the page
   * @param language of title and html: ar, fr or en
   */
  public record Entry(
      String id, Instant updated, String title, String html, URI link, String language) {}

  /**
   * A tag URI (RFC 4151) that is the same wherever and whenever the step is shown, so that a reader
   * shows it once.
   *
   * @param host of the feed, such as marsad.example.org
   */
  public static String entryId(String host, IncidentStep step) {
    String key = URLEncoder.encode(step.key(), StandardCharsets.UTF_8);
    return "tag:" + host + "," + step.from().atZone(ZoneOffset.UTC).toLocalDate() + ":" + key;
  }

  /**
   * The document, to be served in UTF-8 as {@code application/atom+xml}. Characters that XML has no
   * form for are left out.
   *
   * @param entries the latest first
   */
  public static String write(List<Entry> entries, Head head) {
    StringWriter document = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      writeHead(xml, head);
      for (Entry entry : entries) {
        writeEntry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return document.toString();
  }

  private static void writeHead(XMLStreamWriter xml, Head head) throws XMLStreamException {
    writeLanguage(xml, head.language());
    writeText(xml, "id", head.self().toASCIIString());
    writeText(xml, "title", head.title());
    writeText(xml, "updated", head.updated().toString());
    xml.writeStartElement(ATOM, "author");
    writeText(xml, "name", head.title());
    xml.writeEndElement();
    writeLink(xml, "self", "application/atom+xml", head.self());
    writeLink(xml, "alternate", "text/html", head.alternate());
  }

  private static void writeEntry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    writeLanguage(xml, entry.language());
    writeText(xml, "id", entry.id());
    writeText(xml, "title", entry.title());
    writeText(xml, "updated", entry.updated().toString());
    writeLink(xml, "alternate", "text/html", entry.link());
    xml.writeStartElement(ATOM, "content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(directed(entry));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Atom has no attribute for the direction of writing, HTML has. */
  private static String directed(Entry entry) {
    String direction = entry.language().equals("ar") ? "rtl" : "ltr";
    return "<div dir=\"" + direction + "\">" + legal(entry.html()) + "</div>";
  }

  private static void writeLanguage(XMLStreamWriter xml, String language)
      throws XMLStreamException {
    xml.writeAttribute("xml", XML, "lang", language);
  }

  private static void writeText(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  private static void writeLink(XMLStreamWriter xml, String relation, String type, URI target)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", target.toASCIIString());
  }

  private static String legal(String text) {
    return text.codePoints()
        .filter(AtomFeed::isLegal)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The Char production of XML 1.0 (2.2). */
  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}

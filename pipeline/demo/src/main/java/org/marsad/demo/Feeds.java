// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.marsad.demo.Outlet.FeedFormat;

/**
 * An outlet's feeds, as WordPress writes them: articles without their full text, newest first, and
 * comments whose link is the article's URL with the comment's anchor.
 */
final class Feeds {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  private final Outlet outlet;
  private final Words words;
  private final String origin;
  private final List<Article> articles;

  Feeds(Outlet outlet, List<Article> articles, String origin) {
    this.outlet = outlet;
    this.words = Banks.words(outlet.language());
    this.origin = origin;
    this.articles = articles;
  }

  byte[] articles() {
    return outlet.feed() == FeedFormat.RSS ? document(this::rss) : document(this::atom);
  }

  byte[] comments() {
    return document(this::commentsRss);
  }

  private void rss(XMLStreamWriter xml) throws XMLStreamException {
    startChannel(xml, outlet.name());
    for (Article article : articles) {
      xml.writeStartElement("item");
      element(xml, "title", article.title());
      element(xml, "link", url(article));
      guid(xml, url(article));
      element(xml, "pubDate", rfc822(article.published()));
      xml.writeStartElement("dc", "creator", DUBLIN_CORE);
      xml.writeCharacters(outlet.desk());
      xml.writeEndElement();
      element(xml, "category", words.section(article.topic()));
      element(xml, "description", article.summary());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void atom(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", outlet.language());
    element(xml, "title", outlet.name());
    element(xml, "subtitle", outlet.notice());
    element(xml, "id", origin + "/");
    element(xml, "updated", articles.get(0).published().toString());
    link(xml, "self", origin + "/feed");
    link(xml, "alternate", origin + "/");
    for (Article article : articles) {
      xml.writeStartElement("entry");
      element(xml, "title", article.title());
      element(xml, "id", url(article));
      link(xml, "alternate", url(article));
      element(xml, "published", article.published().toString());
      element(xml, "updated", article.published().toString());
      xml.writeStartElement("author");
      element(xml, "name", outlet.desk());
      xml.writeEndElement();
      element(xml, "summary", article.summary());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private record Remark(Article article, Comment comment) {}

  private void commentsRss(XMLStreamWriter xml) throws XMLStreamException {
    startChannel(xml, words.label("comments") + " – " + outlet.name());
    List<Remark> remarks =
        articles.stream()
            .flatMap(article -> article.comments().stream().map(c -> new Remark(article, c)))
            .sorted(Comparator.comparing((Remark r) -> r.comment().published()).reversed())
            .toList();
    for (Remark remark : remarks) {
      Comment comment = remark.comment();
      String url = url(remark.article()) + "#" + comment.anchor();
      xml.writeStartElement("item");
      String title = words.label("by") + " " + comment.author() + " – " + remark.article().title();
      element(xml, "title", title);
      element(xml, "link", url);
      xml.writeStartElement("dc", "creator", DUBLIN_CORE);
      xml.writeCharacters(comment.author());
      xml.writeEndElement();
      element(xml, "pubDate", rfc822(comment.published()));
      guid(xml, url);
      element(xml, "description", comment.text());
      xml.writeStartElement("content", "encoded", CONTENT);
      xml.writeCData("<p>" + Html.escape(comment.text()) + "</p>\n");
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void startChannel(XMLStreamWriter xml, String title) throws XMLStreamException {
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeNamespace("content", CONTENT);
    xml.writeNamespace("dc", DUBLIN_CORE);
    xml.writeStartElement("channel");
    element(xml, "title", title);
    element(xml, "link", origin + "/");
    element(xml, "description", outlet.notice());
    element(xml, "language", outlet.language());
    element(xml, "lastBuildDate", rfc822(articles.get(0).updated()));
  }

  private String url(Article article) {
    return origin + article.path();
  }

  private static void guid(XMLStreamWriter xml, String url) throws XMLStreamException {
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "true");
    xml.writeCharacters(url);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String url)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", url);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String rfc822(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] document(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }
}

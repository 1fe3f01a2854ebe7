// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import java.util.List;
import java.util.stream.Collectors;

/** The formats that outlets publish their feeds in. */
enum FeedFormat {
  RSS(
      "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
          + "<channel><title>t</title>",
      "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate>%s</item>",
      "</channel></rss>"),
  ATOM(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title>",
      "<entry><title>%s</title><link href=\"%s\"/><published>%s</published>%s</entry>",
      "</feed>"),
  RDF(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
          + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
          + "<channel><title>t</title></channel>",
      "<item><title>%s</title><link>%s</link><dc:date>%s</dc:date>%s</item>",
      "</rdf:RDF>");

  private final String start;
  private final String item;
  private final String end;

  FeedFormat(String start, String item, String end) {
    this.start = start;
    this.item = item;
    this.end = end;
  }

  String write(List<Item> items) {
    return items.stream()
        .map(i -> item.formatted(i.title(), i.link(), Item.PUBLISHED, i.more()))
        .collect(Collectors.joining("", "<?xml version=\"1.0\"?>" + start, end));
  }
}

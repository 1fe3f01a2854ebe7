// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes well-formed XML of a feed that is nearly so. jsoup's forgiving tokeniser reads it (bare
 * ampersands, HTML entities, tags that are never closed); what it cannot know about feeds is done
 * here.
 */
final class FeedRepair {
  private static final Pattern START =
      Pattern.compile("<(?:rss|feed|(?:\\w+:)?RDF)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String ITEMS = "item, entry";

  /** Moving them takes quadratic time; no feed lists so many. */
  private static final int MOST_ITEMS = 5_000;

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "atom", "http://www.w3.org/2005/Atom",
          "content", "http://purl.org/rss/1.0/modules/content/",
          "dc", "http://purl.org/dc/elements/1.1/",
          "media", "http://search.yahoo.com/mrss/",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "slash", "http://purl.org/rss/1.0/modules/slash/",
          "sy", "http://purl.org/rss/1.0/modules/syndication/",
          "wfw", "http://wellformedweb.org/CommentAPI/");

  private FeedRepair() {}

  /**
   * A feed made readable.
   *
   * @param xml well-formed, with the feed's element as root
   * @param cut whether the last item was dropped because the text breaks off inside of it
   */
  record Repaired(String xml, boolean cut) {}

  /** Null where the text has no feed's element. */
  static @Nullable Repaired repair(String text) {
    Matcher start = START.matcher(text);
    if (!start.find()) {
      return null;
    }
    String feed = withoutForbidden(text.substring(start.start()));
    Document document =
        Parser.xmlParser().setTrackPosition(true).setMaxDepth(FeedXml.DEEPEST).parseInput(feed, "");
    Element root = document.firstElementChild();
    if (root == null) {
      return null;
    }
    List<Element> items = root.select(ITEMS);
    partItems(items);
    boolean cut = dropIncomplete(items);
    bindPrefixes(root);
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    // Numeric references such as &#11; have become characters by now.
    return new Repaired(withoutForbidden(root.outerHtml()), cut);
  }

  private static String withoutForbidden(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }

  /** Where an item is not closed, those that follow lie inside of it. */
  private static void partItems(List<Element> items) {
    Element list = items.isEmpty() ? null : items.get(0).parent();
    if (list == null || items.size() > MOST_ITEMS) {
      return;
    }
    for (Element item : items) {
      Element parent = item.parent();
      Element outer = parent == null ? null : parent.closest(ITEMS);
      if (outer != null && isOpen(outer)) {
        list.appendChild(item);
      }
    }
  }

  /** Where the text breaks off, the last item is only a part of what the outlet wrote. */
  private static boolean dropIncomplete(List<Element> items) {
    Element last = items.isEmpty() ? null : items.get(items.size() - 1);
    if (last == null || !isOpen(last)) {
      return false;
    }
    last.remove();
    return true;
  }

  private static boolean isOpen(Element item) {
    return !item.endSourceRange().isTracked() || item.endSourceRange().isImplicit();
  }

  private static void bindPrefixes(Element root) {
    Set<String> prefixes = new HashSet<>();
    for (Element element : root.getAllElements()) {
      addPrefix(element.tagName(), prefixes);
      for (Attribute attribute : element.attributes()) {
        addPrefix(attribute.getKey(), prefixes);
      }
    }
    prefixes.remove("xml");
    prefixes.remove("xmlns");
    if (prefixes.size() > FeedXml.MOST_ATTRIBUTES) {
      // The strict parser would refuse the bindings; it will refuse the prefixes.
      return;
    }
    for (String prefix : prefixes) {
      String declaration = "xmlns:" + prefix;
      if (root.attr(declaration).isEmpty()) {
        root.attr(declaration, NAMESPACES.getOrDefault(prefix, "urn:unbound:" + prefix));
      }
    }
  }

  private static void addPrefix(String name, Set<String> prefixes) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      prefixes.add(name.substring(0, colon));
    }
  }
}

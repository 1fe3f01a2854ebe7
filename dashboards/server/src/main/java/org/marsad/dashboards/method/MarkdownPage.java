// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.method;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A file in Markdown as a page without scripts. Markup in the file is shown as text, and links that
 * lead to other files of the repository, which are not served, are their words alone.
 */
final class MarkdownPage {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(context -> MarkdownPage::makeScrollable)
          .build();
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s · Marsad</title>
      <link rel="icon" type="image/svg+xml" href="/assets/mark.svg">
      <link rel="stylesheet" href="/assets/base.css">
      <link rel="stylesheet" href="/assets/layout.css">
      <link rel="stylesheet" href="/assets/parts.css">
      </head>
      <body>
      <main class="prose">
      <nav aria-label="Marsad"><a href="/method">Marsad</a></nav>
      %s</main>
      </body>
      </html>
      """;

  private MarkdownPage() {}

  /**
   * @param title plain text without markup
   */
  static String of(String title, String markdown) {
    Node file = PARSER.parse(markdown);
    file.accept(new WithoutFiles());
    return FRAME.formatted(title, RENDERER.render(file));
  }

  /** A wide table is scrolled in its place, with the keyboard too. */
  private static void makeScrollable(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof TableBlock) {
      attributes.put("tabindex", "0");
    }
  }

  /** Puts the words of a link in its place, where it leads to a file. */
  private static final class WithoutFiles extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (link.getDestination().startsWith("https://")) {
        return;
      }
      Node word = link.getFirstChild();
      while (word != null) {
        Node next = word.getNext();
        link.insertBefore(word);
        word = next;
      }
      link.unlink();
    }
  }
}

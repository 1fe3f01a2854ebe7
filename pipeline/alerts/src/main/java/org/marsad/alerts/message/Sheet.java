// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A message being written, in plain text and HTML at once, so that neither lacks what the other
 * has. HTML is built of elements: nothing that is written can become markup.
 *
 * <p>Colours are readable on light and on dark, since readers of mail choose either.
 */
final class Sheet {
  private static final String ACCENT = "#c0392b";
  private static final String GREY = "#767676";
  private static final String SMALL = "margin:4px 0;font-size:13px;color:" + GREY;
  private static final String LINE = "1px solid #9c9c9c";

  private final Catalogue words;
  private final Document page = Document.createShell("");
  private final Element body;
  private final StringBuilder text = new StringBuilder();

  Sheet(Catalogue words, String title) {
    this.words = words;
    page.charset(StandardCharsets.UTF_8);
    page.title(title);
    page.head().appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    Element root = page.selectFirst("html");
    if (root != null) {
      root.attr("lang", words.language()).attr("dir", direction());
    }
    body =
        page.body()
            .attr("style", "margin:0;padding:16px")
            .appendElement("div")
            .attr("lang", words.language())
            .attr("dir", direction())
            .attr(
                "style",
                "max-width:640px;margin:0 auto;font:16px/1.55 system-ui,'Segoe UI',Tahoma,"
                    + "Arial,sans-serif;text-align:start");
  }

  private String direction() {
    return words.rightToLeft() ? "rtl" : "ltr";
  }

  void title(String content) {
    styled("h1", "font-size:22px;line-height:1.35;margin:0 0 8px", content);
    text.append(content).append('\n');
  }

  void heading(String content) {
    styled("h2", "font-size:17px;margin:26px 0 6px;padding-top:12px;border-top:" + LINE, content);
    text.append('\n').append("—— ").append(content).append(" ——\n");
  }

  void say(String content) {
    styled("p", "margin:6px 0", content);
    text.append(content).append('\n');
  }

  void emphasise(String content) {
    styled("p", "margin:12px 0;font-size:19px;font-weight:600;color:" + ACCENT, content);
    text.append('\n').append(content).append('\n');
  }

  void aside(String content) {
    styled("p", SMALL, content);
    text.append(content).append('\n');
  }

  /** What can be copied, on a line of its own. */
  void code(String content) {
    styled("p", "margin:10px 0;word-break:break-all;font:600 18px monospace", "")
        .appendElement("span")
        .attr("dir", "ltr")
        .text(content);
    text.append('\n').append(content).append("\n\n");
  }

  void facts(Map<String, String> values) {
    Element rows =
        body.appendElement("table")
            .attr("role", "presentation")
            .attr("style", "border-collapse:collapse;margin:10px 0;font-size:15px")
            .appendElement("tbody");
    text.append('\n');
    values.forEach(
        (name, value) -> {
          Element row = rows.appendElement("tr");
          row.appendElement("td")
              .attr(
                  "style", "vertical-align:top;padding:3px 0;padding-inline-end:14px;color:" + GREY)
              .text(name);
          row.appendElement("td").attr("style", "vertical-align:top;padding:3px 0").text(value);
          text.append(words.pair(name, value)).append('\n');
        });
  }

  void list(String name, List<String> items) {
    styled("p", "margin:12px 0 2px;font-weight:600", name);
    text.append('\n').append(name).append('\n');
    list(items);
  }

  void list(List<String> items) {
    Element list = body.appendElement("ul").attr("style", "margin:2px 0;padding-inline-start:22px");
    for (String item : items) {
      list.appendElement("li").attr("style", "margin:3px 0").text(item);
      text.append("• ").append(item).append('\n');
    }
  }

  /**
   * @param described what it shows, for whoever does not see it
   * @param drawn the same in characters
   */
  void picture(String name, int width, int height, String described, String drawn) {
    body.appendElement("img")
        .attr("src", "cid:" + name)
        .attr("alt", described)
        .attr("width", String.valueOf(width))
        .attr("height", String.valueOf(height))
        .attr("style", "display:block;max-width:100%;height:auto;margin:12px 0 4px");
    text.append('\n').append(drawn).append('\n').append(described).append('\n');
  }

  /** What a picture shows, for whoever sees it; the plain text has said so. */
  void caption(String content) {
    styled("p", SMALL, content);
  }

  /** One of several things that are told shortly. */
  void item(String what, String numbers, String origin, Map<String, String> links) {
    Element block = body.appendElement("div").attr("style", "margin:12px 0");
    Element first = block.appendElement("p").attr("style", "margin:2px 0");
    first.text(what + " ");
    first.appendElement("b").text(numbers);
    block.appendElement("p").attr("style", SMALL).text(origin);
    text.append('\n').append("• ").append((what + " " + numbers).strip()).append('\n');
    text.append(origin).append('\n');
    links(block.appendElement("p").attr("style", "margin:2px 0;font-size:14px"), links);
  }

  /** What somebody else wrote, in whatever direction it goes. */
  void quote(Optional<String> title, String excerpt, String origin, Map<String, String> links) {
    Element block =
        body.appendElement("div")
            .attr(
                "style",
                "margin:14px 0;padding-inline-start:12px;border-inline-start:3px solid " + GREY);
    text.append('\n');
    title.ifPresent(
        line -> {
          block
              .appendElement("p")
              .attr("dir", "auto")
              .attr("style", "margin:0")
              .appendElement("b")
              .text(line);
          text.append(line).append('\n');
        });
    block.appendElement("p").attr("dir", "auto").attr("style", "margin:2px 0").text(excerpt);
    block.appendElement("p").attr("style", SMALL).text(origin);
    text.append(excerpt).append('\n').append(origin).append('\n');
    Element line = block.appendElement("p").attr("style", "margin:2px 0;font-size:14px");
    links(line, links);
  }

  void button(String label, String address) {
    body.appendElement("p")
        .attr("style", "margin:18px 0")
        .appendElement("a")
        .attr("href", address)
        .attr(
            "style",
            "display:inline-block;padding:10px 18px;border:2px solid "
                + ACCENT
                + ";border-radius:6px;font-weight:600;text-decoration:none;color:"
                + ACCENT)
        .text(label);
    text.append('\n').append(words.pair(label, address)).append('\n');
  }

  /** Addresses by what they are called. */
  void links(Map<String, String> addresses) {
    links(body.appendElement("p").attr("style", "margin:8px 0;font-size:14px"), addresses);
  }

  private void links(Element line, Map<String, String> addresses) {
    addresses.forEach(
        (label, address) -> {
          if (line.childNodeSize() > 0) {
            line.appendText(" · ");
          }
          line.appendElement("a").attr("href", address).attr("style", "color:#2f7fd1").text(label);
          text.append(words.pair(label, address)).append('\n');
        });
  }

  private Element styled(String tag, String style, String content) {
    return body.appendElement(tag).attr("style", style).text(content);
  }

  String text() {
    return text.toString().strip() + '\n';
  }

  String html() {
    return "<!doctype html>" + page.outerHtml();
  }
}

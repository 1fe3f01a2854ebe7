// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where readers' comments stand in the pages of an outlet's articles.
 *
 * @param item CSS, of a whole comment
 * @param text CSS, within the item
 * @param author CSS, within the item; what it finds becomes a pseudonym at once
 * @param date CSS, within the item
 * @param id the attribute of the item that tells comments apart
 */
public record CommentMarkup(
    String item, String text, @Nullable String author, @Nullable String date, @Nullable String id) {
  static final List<String> KEYS = List.of("item", "text", "author", "date", "id");

  /** The markup of WordPress' own themes. */
  static final CommentMarkup WORDPRESS =
      new CommentMarkup(
          "ol.commentlist li.comment, ol.comment-list li.comment",
          ".comment-content, .comment-body > p, .comment-text",
          ".fn, .comment-author",
          "time",
          "id");

  private static final String PREFIX = "comments-";

  /** Null where the outlet's mapping has no such key, or a faulty one. */
  static @Nullable CommentMarkup read(YamlMap outlet, String key) {
    YamlMap map = outlet.isMapping(key) ? outlet.map(key, KEYS) : null;
    if (map == null) {
      String name = outlet.text(key);
      if (name != null && !name.equals("wordpress")) {
        outlet.fault(key, "\"" + name + "\" is neither wordpress nor a mapping with " + KEYS);
      }
      return name == null ? null : WORDPRESS;
    }
    map.requiredText("item");
    map.requiredText("text");
    String item = FormOptions.css(map, "item");
    String text = FormOptions.css(map, "text");
    String author = FormOptions.css(map, "author");
    String date = FormOptions.css(map, "date");
    return item == null || text == null
        ? null
        : new CommentMarkup(item, text, author, date, map.text("id"));
  }

  /** As options of a feed. */
  Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    options.put(PREFIX + "item", item);
    options.put(PREFIX + "text", text);
    putIfThere(options, "author", author);
    putIfThere(options, "date", date);
    putIfThere(options, "id", id);
    return options;
  }

  private static void putIfThere(Map<String, String> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(PREFIX + key, value);
    }
  }

  /** Of a feed whose outlet has such a setting; otherwise null. */
  public static @Nullable CommentMarkup of(OutletFeed feed) {
    Map<String, String> options = feed.options();
    String item = options.get(PREFIX + "item");
    String text = options.get(PREFIX + "text");
    return item == null || text == null
        ? null
        : new CommentMarkup(
            item,
            text,
            options.get(PREFIX + "author"),
            options.get(PREFIX + "date"),
            options.get(PREFIX + "id"));
  }
}

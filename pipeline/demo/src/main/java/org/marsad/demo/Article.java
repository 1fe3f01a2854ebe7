// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * An article of a fictional outlet, with its comments, oldest first.
 *
 * @param id unique in its outlet, and the same whatever day the archive ends on
 * @param day 1 to {@link DemoArchive#DAYS}
 * @param stance what the text says about migrants; null where it does not speak about them
 * @param intensity 0 to 5, as the codebook counts it
 */
public record Article(
    int id,
    Topic topic,
    int day,
    Instant published,
    String title,
    List<String> paragraphs,
    @Nullable Stance stance,
    int intensity,
    List<Comment> comments) {

  /** Where the outlet's site shows it. */
  public String path() {
    return "/" + topic.slug() + "/" + id + ".html";
  }

  /** The last change of its page. */
  Instant updated() {
    return comments.isEmpty() ? published : comments.get(comments.size() - 1).published();
  }

  /** The beginning, as a feed shows it. */
  String summary() {
    String lead = paragraphs.get(0);
    if (lead.length() <= 200) {
      return lead;
    }
    return lead.substring(0, lead.lastIndexOf(' ', 200)) + " […]";
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/**
 * The part of the graph that tells stories:
 *
 * <pre>
 * documents ─┬─ articles ─► fingerprint ─► StoryOperator (one for all) ─┬─► documents
 *            └─ posts and comments ─────────────────────────────────────┘
 * </pre>
 *
 * <p>Posts pass untouched however long they are: the same words from many accounts are no wire
 * copy, and what they mean is another question.
 */
public final class StoryStep {
  /** Copies come within hours, follow-ups with the same paragraphs within days. */
  public static final Duration REMEMBERED = Duration.ofDays(7);

  private StoryStep() {}

  /** The uids of the step's operators. */
  public record Uids(String articles, String prints, String stories, String others) {}

  /**
   * @param documents assessed
   */
  public static DataStream<Document> on(DataStream<Document> documents, Uids uids) {
    return documents
        .filter(document -> document.kind() == DocumentKind.ARTICLE)
        .name("articles")
        .uid(uids.articles())
        .map(Printed::of)
        .returns(Printed.class)
        .name("fingerprints")
        .uid(uids.prints())
        .keyBy(Printed::key)
        .transform("stories", TypeInformation.of(Document.class), new StoryOperator(REMEMBERED))
        .uid(uids.stories())
        .setParallelism(1)
        // An edit must not overtake the text that it edits.
        .keyBy(Document::id)
        .union(
            documents
                .filter(document -> document.kind() != DocumentKind.ARTICLE)
                .name("posts and comments")
                .uid(uids.others()));
  }
}

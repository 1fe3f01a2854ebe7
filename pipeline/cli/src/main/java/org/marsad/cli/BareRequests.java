// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.marsad.index.IndexNames;

/**
 * The least that Elasticsearch itself can be asked for to the same ends, to hold the dashboard's
 * times against: the twenty best documents of a word, and counts by day.
 */
final class BareRequests {
  static final List<String> KINDS = List.of("bare trend", "bare search");

  private static final List<String> WORDS = List.of("مهاجرين", "migrants", "travail", "حي");

  private final URI index;
  private final LocalDate last;
  private final int days;

  BareRequests(URI index, LocalDate last, int days) {
    this.index = index;
    this.last = last;
    this.days = days;
  }

  URI make(String kind, Random random) {
    String from = last.minusDays(days / 2 + random.nextInt(days / 2)).toString();
    String range = "{\"range\":{\"published\":{\"gte\":\"" + from + "\"}}}";
    String body =
        kind.equals("bare trend")
            ? "{\"size\":0,\"query\":"
                + range
                + ",\"aggs\":{\"days\":{\"date_histogram\":"
                + "{\"field\":\"published\",\"calendar_interval\":\"day\"}}}}"
            : "{\"size\":20,\"query\":{\"bool\":{\"filter\":"
                + range
                + ",\"must\":{\"match\":{\"text\":\""
                + WORDS.get(random.nextInt(WORDS.size()))
                + "\"}}}}}";
    return index.resolve(
        "/"
            + IndexNames.DOCUMENTS
            + "/_search?source_content_type=application/json&source="
            + URLEncoder.encode(body, StandardCharsets.UTF_8));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.NetworkHarness;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.Reading;

/** Servers with Mastodon's interface whose ids are texts: flakes (Pleroma, Akkoma) and ULIDs. */
class OtherServersTest extends NetworkHarness {
  private static final String PATH = "/api/v1/timelines/tag/migrants";
  private static final String FLAKE = "AbCdEf0123456789z";
  private static final int PAGE = 40;

  private final TreeMap<String, String> statuses = new TreeMap<>();

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
            "mastodon", "Mastodon", null, server.url(PATH), FeedContent.POSTS, null, null)
        .in(FeedForm.MASTODON, Map.of());
  }

  @Override
  protected List<String> planted() {
    return List.of("zineb.invented", "AbAuthor8823100000");
  }

  @BeforeEach
  void serve() {
    server.on(PATH, request -> NetworkServer.Answer.json(page(request.query("min_id"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {FLAKE, "01JD4N7Q8Z0000000000ABCDE"})
  void beginsWithTheNewestAndGoesOnBehindThem(String ids) throws Exception {
    add(ids + "1", "old", NOW.minus(Duration.ofDays(900)));
    add(ids + "2", "one", NOW.minusSeconds(60));
    add(ids + "3", "two", NOW.minusSeconds(50));

    assertThat(poll().texts()).containsExactlyInAnyOrder("one", "two");
    assertThat(poll().records()).isEmpty();
    add(ids + "A", "three", NOW);
    assertThat(poll().texts()).containsExactly("three");
  }

  @Test
  void noticesEditsAndDeletionsAmongTheOldestItWatchesAsWell() throws Exception {
    add(FLAKE + "0", "one", NOW.minusSeconds(60));
    add(FLAKE + "1", "two", NOW.minusSeconds(50));
    add(FLAKE + "2", "three", NOW.minusSeconds(40));
    Reading first = poll();
    statuses.remove(FLAKE + "0");
    add(FLAKE + "1", "two, edited", NOW.minusSeconds(50), NOW.toString());
    clock.move(Duration.ofHours(2));

    Reading changed = poll();

    assertThat(first.documents()).hasSize(3);
    assertThat(changed.texts()).containsExactly("two, edited");
    assertThat(changed.deletions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9z", "A0", "a0", "Az", "10", "117345678901234567"})
  void knowsWhatComesBeforeAnId(String id) {
    assertThat(StatusIds.before(id)).hasSameSizeAs(id).isLessThan(id);
  }

  private void add(String id, String text, Instant written) {
    add(id, text, written, "");
  }

  private void add(String id, String text, Instant written, String edited) {
    statuses.put(
        id,
        """
        {"id":"%s","created_at":"%s","visibility":"public","spoiler_text":"","content":"<p>%s</p>",
         "language":null,"reblog":null,"edited_at":%s,
         "account":{"id":"AbAuthor8823100000","acct":"zineb.invented"}}
        """
            .formatted(id, written, text, edited.isEmpty() ? "null" : "\"" + edited + "\""));
  }

  /** The oldest behind min_id, or without it the newest; always the newest of these first. */
  private String page(@Nullable String behind) {
    List<String> shown =
        behind == null
            ? statuses.descendingMap().values().stream().limit(PAGE).toList()
            : statuses.tailMap(behind, false).values().stream().limit(PAGE).toList();
    List<String> newestFirst = new ArrayList<>(shown);
    if (behind != null) {
      Collections.reverse(newestFirst);
    }
    return newestFirst.toString();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.model.SourceState;
import org.marsad.sources.network.Reading;
import org.marsad.sources.network.SocialData;

/** Jetstream 1, whose places are times. */
class FirstVersionTest extends BlueskyContract {
  FirstVersionTest() {
    super(false);
  }

  @Test
  void takesWhatSpeaksOfTheSubject() throws Exception {
    say(1, "migrants at the harbour");
    say(2, "a recipe for bread");
    say(3, "وصل المهاجرون");

    Reading reading = readAll(open(feed("migrant*\nمهاجرون"), environment()), null);

    assertThat(reading.texts()).containsExactly("migrants at the harbour", "وصل المهاجرون");
    assertThat(jetstream.requests().get(0)).contains("wantedCollections=app.bsky.feed.post");
  }

  @Test
  void believesNoClockOfAClient() throws Exception {
    add(1, events.commit(1, 1, "create", Events.content("one", "0001-01-01T00:00:00Z")));
    add(2, events.commit(2, 2, "create", Events.content("two", NOW.toString())));

    assertThat(readAll(open(), null).documents())
        .extracting(document -> document.published())
        .containsExactly(events.time(1), events.time(2));
  }

  @Test
  void brokenEventsAreRejectionsAndStopNothing() throws Exception {
    jetstream.add(events.place(1), "{\"did\": [");
    add(2, events.commit(2, 2, "create", Events.content("", "").set("text", IntNode.valueOf(17))));
    say(3, "migrants");

    Reading reading = readAll(open(feed("migrants"), environment()), null);

    assertThat(reading.texts()).containsExactly("migrants");
    assertThat(reading.rejections()).hasSize(2);
  }

  @Test
  void whoDoesNotAnswerIsAskedAgainLater() throws Exception {
    jetstream.close();

    assertThat(poll().expectedFault().state()).isEqualTo(SourceState.FAILING);
  }

  @Test
  void readsAuthenticEvents() throws Exception {
    List<String> sent = SocialData.read("bluesky-jetstream/expected_v1.jsonl").lines().toList();
    for (int i = 0; i < sent.size(); i++) {
      jetstream.add(i, sent.get(i));
    }

    Reading reading = readAll(open(), null);

    assertThat(reading.texts()).isNotEmpty();
    assertThat(reading.rejections()).isEmpty();
  }
}

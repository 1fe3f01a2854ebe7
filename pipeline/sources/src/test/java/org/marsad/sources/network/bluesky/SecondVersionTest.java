// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.model.SourceState;
import org.marsad.sources.network.Reading;
import org.marsad.sources.network.SocialData;

/** Jetstream 2, whose places are numbers. */
class SecondVersionTest extends BlueskyContract {
  SecondVersionTest() {
    super(true);
  }

  @Test
  void asksNoFurtherOfAServerThatOnlyRepeatsItself() throws Exception {
    post(1);
    String cursor = readAll(open(), null).cursor();
    int before = jetstream.requests().size();
    add(2, events.commit(2, 2, "create", Events.content("post 2", "")).put("seq", 1));
    add(3, events.commit(3, 3, "create", Events.content("post 3", "")).put("seq", 1));
    jetstream.breakOffAfter(1);
    Reading reading = readAll(open(), cursor);
    assertThat(reading.expectedFault().state()).isEqualTo(SourceState.FAILING);
    assertThat(reading.cursor()).isEqualTo(cursor);
    assertThat(jetstream.requests()).hasSize(before + 1);
  }

  /** No events of this version were recorded; its published lexicon says what they must hold. */
  @Test
  void itsScriptsHoldWhatTheLexiconDemands() throws Exception {
    JsonNode kinds =
        Event.Json.MAPPER
            .readTree(SocialData.read("bluesky-jetstream/subscribeEvents.json"))
            .path("defs");
    ObjectNode commit = events.commit(1, 1, "create", Events.content("post 1", ""));

    assertThat(commit.fieldNames()).toIterable().containsAll(required(kinds, "commit"));
    assertThat(events.account(2, "deleted").fieldNames())
        .toIterable()
        .containsAll(required(kinds, "account"));
  }

  private static List<String> required(JsonNode kinds, String kind) {
    List<String> names = new ArrayList<>();
    kinds.path(kind).path("required").forEach(name -> names.add(name.asText()));
    assertThat(names).isNotEmpty();
    return names;
  }

  @Test
  void takesAnEventOutOfItsEnvelope() throws Exception {
    ObjectNode envelope = Event.Json.MAPPER.createObjectNode().put("$type", "message");
    envelope.set("message", events.commit(1, 1, "create", Events.content("post 1", "")));
    add(1, envelope);
    assertThat(readAll(open(), null).texts()).containsExactly("post 1");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.marsad.model.SourceState;
import org.marsad.sources.network.Reading;

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

  @Test
  void takesAnEventOutOfItsEnvelope() throws Exception {
    ObjectNode envelope = Event.Json.MAPPER.createObjectNode().put("$type", "message");
    envelope.set("message", events.commit(1, 1, "create", Events.content("post 1", "")));
    add(1, envelope);
    assertThat(readAll(open(), null).texts()).containsExactly("post 1");
  }
}

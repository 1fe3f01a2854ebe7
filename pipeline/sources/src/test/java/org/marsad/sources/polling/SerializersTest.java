// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;

class SerializersTest {
  private static final FeedSplit SPLIT =
      new FeedSplit(
          new OutletFeed(
              "outlet",
              "منفذ",
              null,
              URI.create("https://outlet.example/feed?a=b"),
              FeedContent.COMMENTS,
              null,
              Duration.ofMillis(1500)),
          States.full());

  private final FeedSplitSerializer splits = new FeedSplitSerializer();
  private final PollingEnumeratorStateSerializer states = new PollingEnumeratorStateSerializer();

  @Test
  void aSplitComesBackAsItWas() throws IOException {
    FeedSplit back = roundTrip(splits, SPLIT);

    assertThat(back).isEqualTo(SPLIT);
    assertThat(back.state().seen().keys()).containsExactly("b", "a", "c");
  }

  /**
   * Version 1 is version 2 without its end: 16 bytes for "FEED", no options and no cursor, then 248
   * for a pace that is not known, three seen items of which no look is known, and an empty log.
   */
  @Test
  void stateOfBeforeTheFormsIsRead() throws IOException {
    FeedState full = SPLIT.state();
    FeedState former =
        full.at(null)
            .with(full.history().at(Pace.UNKNOWN))
            .with(SeenItems.NONE.with(full.seen().keys()), full.pending())
            .with(FeedLog.NEW);
    FeedSplit split = new FeedSplit(SPLIT.feed(), former);
    byte[] bytes = splits.serialize(split);

    assertThat(splits.deserialize(1, Arrays.copyOf(bytes, bytes.length - 264))).isEqualTo(split);
  }

  @Test
  void theEnumeratorStateComesBackAsItWas() throws IOException {
    PollingEnumeratorState state = new PollingEnumeratorState(Set.of("one", "two"), List.of(SPLIT));

    assertThat(roundTrip(states, state)).isEqualTo(state);
  }

  @Test
  void otherVersionsAreRejected() throws IOException {
    byte[] split = splits.serialize(SPLIT);
    byte[] state = states.serialize(PollingEnumeratorState.EMPTY);

    assertThatThrownBy(() -> splits.deserialize(3, split)).hasMessageContaining("version 3");
    assertThatThrownBy(() -> splits.deserialize(0, split)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> states.deserialize(2, state)).hasMessageContaining("version 2");
  }

  private static <T> T roundTrip(SimpleVersionedSerializer<T> serializer, T value)
      throws IOException {
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(value));
  }
}

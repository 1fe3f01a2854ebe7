// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

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
   * As version 2 wrote it, before {@link VisitsTail}: no visits are owed, and of dates and
   * languages nothing is known.
   */
  @Test
  void stateOfBeforeTheVisitsIsRead() throws IOException {
    FeedState full = SPLIT.state();
    FeedState former =
        full.with(full.seen(), full.pending().stream().map(SerializersTest::former).toList())
            .with(Revisits.NONE);

    assertThat(splits.deserialize(2, written("feed-state-2.gz")))
        .isEqualTo(new FeedSplit(SPLIT.feed(), former));
  }

  private static PendingItem former(PendingItem item) {
    FeedItem now = item.item();
    FeedItem then =
        new FeedItem(
            now.link(),
            now.guid(),
            now.title(),
            now.summary(),
            now.contentHtml(),
            now.author(),
            now.published());
    return new PendingItem(item.key(), then, item.attempts());
  }

  private static byte[] written(String name) throws IOException {
    InputStream packed = Objects.requireNonNull(SerializersTest.class.getResourceAsStream(name));
    try (InputStream in = new GZIPInputStream(packed)) {
      return in.readAllBytes();
    }
  }

  /**
   * Version 1 is today's without its end: 16 bytes for "FEED", no options and no cursor, 248 for a
   * pace that is not known, three seen items of which no look is known, and an empty log, and 9 for
   * one pending item of which neither precision nor language is known, and no visits.
   */
  @Test
  void stateOfBeforeTheFormsIsRead() throws IOException {
    FeedState full = SPLIT.state();
    FeedState former =
        full.at(null)
            .with(full.history().at(Pace.UNKNOWN))
            .with(
                SeenItems.NONE.with(full.seen().keys()),
                full.pending().stream().map(SerializersTest::former).toList())
            .with(FeedLog.NEW)
            .with(Revisits.NONE);
    FeedSplit split = new FeedSplit(SPLIT.feed(), former);
    byte[] bytes = splits.serialize(split);

    assertThat(splits.deserialize(1, Arrays.copyOf(bytes, bytes.length - 273))).isEqualTo(split);
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

    assertThatThrownBy(() -> splits.deserialize(4, split)).hasMessageContaining("version 4");
    assertThatThrownBy(() -> splits.deserialize(0, split)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> states.deserialize(2, state)).hasMessageContaining("version 2");
  }

  private static <T> T roundTrip(SimpleVersionedSerializer<T> serializer, T value)
      throws IOException {
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(value));
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.junit.jupiter.api.Test;
import org.marsad.sources.catalogue.OutletFeed;

class FeedEnumeratorTest {
  private static final OutletFeed ONE = feed("https://example.com/feed");
  private static final OutletFeed ONE_TOO = feed("https://fr.example.com/feed");
  private static final OutletFeed TWO = feed("https://example.org/feed");

  private final Context context = new Context(4);

  @Test
  void feedsOfADomainShareAReaderOnceAllReadersAreThere() {
    FeedEnumerator enumerator = enumerator(PollingEnumeratorState.EMPTY, ONE, ONE_TOO, TWO);
    for (int reader = 0; reader < 3; reader++) {
      context.register(reader);
      enumerator.addReader(reader);
    }
    assertThat(context.assigned).isEmpty();
    context.register(3);
    enumerator.addReader(3);

    assertThat(context.readerOf(ONE)).isEqualTo(context.readerOf(ONE_TOO));
    assertThat(context.assigned.values().stream().mapToInt(List::size).sum()).isEqualTo(3);
    assertThat(context.noMore).isEmpty();
  }

  @Test
  void theRestoredKeepTheirStateTheNewStartAndTheRemovedGo() {
    PollingEnumeratorState restored =
        new PollingEnumeratorState(Set.of(ONE.id(), TWO.id()), List.of());
    FeedEnumerator enumerator = enumerator(restored, ONE, ONE_TOO);
    context.register(0, new FeedSplit(ONE, States.full()), new FeedSplit(TWO, States.full()));
    enumerator.addReader(0);
    for (int reader = 1; reader < 4; reader++) {
      context.register(reader);
      enumerator.addReader(reader);
    }

    assertThat(context.assigned.get(context.readerOf(ONE)))
        .containsExactlyInAnyOrder(new FeedSplit(ONE, States.full()), FeedSplit.of(ONE_TOO));
    assertThat(context.assigned.values().stream().mapToInt(List::size).sum()).isEqualTo(2);
    assertThat(enumerator.snapshotState(1).assigned())
        .containsExactlyInAnyOrder(ONE.id(), ONE_TOO.id());
  }

  @Test
  void whatIsNotReportedYetIsNotStartedAnew() {
    FeedEnumerator enumerator =
        enumerator(new PollingEnumeratorState(Set.of(ONE.id()), List.of()), ONE);

    assertThat(enumerator.snapshotState(1).waiting()).isEmpty();
    assertThat(enumerator.snapshotState(1).assigned()).containsExactly(ONE.id());
  }

  @Test
  void aSplitOfALostReaderWaitsForItsReturn() {
    FeedEnumerator enumerator = enumerator(PollingEnumeratorState.EMPTY, ONE);
    for (int reader = 0; reader < 4; reader++) {
      context.register(reader);
      enumerator.addReader(reader);
    }
    int owner = context.readerOf(ONE);
    context.readers.remove(owner);
    enumerator.addSplitsBack(context.take(owner), owner);
    assertThat(enumerator.snapshotState(1).waiting()).containsExactly(FeedSplit.of(ONE));

    context.register(owner);
    enumerator.addReader(owner);

    assertThat(context.assigned.get(owner)).containsExactly(FeedSplit.of(ONE));
  }

  @Test
  void aReaderTakesNothingThatAnotherFollows() {
    FeedEnumerator enumerator = enumerator(PollingEnumeratorState.EMPTY, ONE);
    for (int reader = 0; reader < 4; reader++) {
      context.register(reader);
      enumerator.addReader(reader);
    }
    int other = (context.readerOf(ONE) + 1) % 4;
    context.register(other, new FeedSplit(ONE, States.full()));
    enumerator.addReader(other);

    assertThat(context.assigned.values().stream().mapToInt(List::size).sum()).isEqualTo(1);
  }

  private FeedEnumerator enumerator(PollingEnumeratorState restored, OutletFeed... feeds) {
    return new FeedEnumerator(context, List.of(feeds), false, restored);
  }

  private static OutletFeed feed(String url) {
    return Feeds.articles("outlet", URI.create(url));
  }

  /** Remembers what the enumerator asks for. */
  private static final class Context implements SplitEnumeratorContext<FeedSplit> {
    private final int parallelism;
    private final Map<Integer, ReaderInfo> readers = new HashMap<>();
    private final Map<Integer, List<FeedSplit>> assigned = new HashMap<>();
    private final Set<Integer> noMore = new HashSet<>();

    Context(int parallelism) {
      this.parallelism = parallelism;
    }

    void register(int reader, FeedSplit... reported) {
      readers.put(reader, ReaderInfo.createReaderInfo(reader, "here", List.of(reported)));
    }

    List<FeedSplit> take(int reader) {
      List<FeedSplit> taken = assigned.remove(reader);
      return taken == null ? List.of() : taken;
    }

    int readerOf(OutletFeed feed) {
      return assigned.entrySet().stream()
          .filter(entry -> entry.getValue().stream().anyMatch(split -> split.feed().equals(feed)))
          .mapToInt(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void assignSplits(SplitsAssignment<FeedSplit> assignment) {
      assignment
          .assignment()
          .forEach(
              (reader, splits) ->
                  assigned.computeIfAbsent(reader, key -> new ArrayList<>()).addAll(splits));
    }

    @Override
    public void signalNoMoreSplits(int reader) {
      noMore.add(reader);
    }

    @Override
    public int currentParallelism() {
      return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
      return readers;
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
      throw new AssertionError("the enumerator has no business here");
    }

    @Override
    public void sendEventToSourceReader(int reader, SourceEvent event) {
      throw new AssertionError("the enumerator has no business here");
    }

    @Override
    public <T> void callAsync(Callable<T> call, BiConsumer<T, Throwable> handler) {
      throw new AssertionError("the enumerator has no business here");
    }

    @Override
    public <T> void callAsync(
        Callable<T> call, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
      throw new AssertionError("the enumerator has no business here");
    }

    @Override
    public void runInCoordinatorThread(Runnable task) {
      throw new AssertionError("the enumerator has no business here");
    }
  }
}

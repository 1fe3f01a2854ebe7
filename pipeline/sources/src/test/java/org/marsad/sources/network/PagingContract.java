// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;

/** All is read once, and a cursor is enough to go on. */
abstract class PagingContract extends NetworkHarness {

  /**
   * Scripts a stream of at least three posts that takes at least two steps to read.
   *
   * @return what each of its posts and comments is called by {@link #nameOf}, in any order
   */
  protected abstract List<String> serveSeveralPages();

  /** To the pages served before, adds at least one newer post; names as above. */
  protected abstract List<String> serveNewer();

  /** How the scripts name a document. */
  protected String nameOf(RawDocument document) {
    return Objects.requireNonNull(document.nativeId());
  }

  @Test
  void readsAllPagesToTheEnd() throws Exception {
    List<String> expected = serveSeveralPages();
    Reading reading = readAll(open(), null);
    assertThat(reading.fault()).isNull();
    assertThat(reading.rejections()).isEmpty();
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(reading.documents())
        .allSatisfy(document -> assertThat(document.sourceId()).isEqualTo(feed().outletId()))
        .allSatisfy(document -> assertThat(document.text()).isNotBlank());
  }

  @Test
  void goesOnByTheCursorInAnotherFetcher() throws Exception {
    List<String> expected = serveSeveralPages();
    int[] steps = new int[1];
    Reading reading =
        readInTurn(
            at -> {
              steps[0]++;
              return open();
            },
            null);
    assertThat(reading.fault()).isNull();
    assertThat(steps[0]).as("steps").isGreaterThan(1);
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void readsOnlyWhatIsNewTheNextTime() throws Exception {
    serveSeveralPages();
    Reading first = readAll(open(), null);
    clock.move(Duration.ofMinutes(10));
    Reading idle = readAll(open(), first.cursor());
    assertThat(names(idle)).isEmpty();
    List<String> newer = serveNewer();
    clock.move(Duration.ofMinutes(10));
    Reading second = readAll(open(), idle.cursor());
    assertThat(second.fault()).isNull();
    assertThat(names(second)).containsExactlyInAnyOrderElementsOf(newer);
  }

  final List<String> names(Reading reading) {
    return reading.documents().stream().map(this::nameOf).toList();
  }
}

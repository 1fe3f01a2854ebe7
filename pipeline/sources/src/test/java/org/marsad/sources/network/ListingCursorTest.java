// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.marsad.sources.network.ListingCursor.Item;
import org.marsad.sources.network.ListingCursor.Taken;

class ListingCursorTest {
  private static final int PAGE = 10;

  @Test
  void takesEveryItemOnceHoweverManyComeBetweenTwoPolls() {
    Random random = new Random(7);
    ListingCursor cursor = ListingCursor.START;
    List<Long> taken = new ArrayList<>();
    long newest = PAGE;
    for (int poll = 0; poll < 200; poll++) {
      do {
        long below = cursor.next() == null ? Long.MAX_VALUE : Long.parseLong(cursor.next());
        List<Item> page = page(Math.min(newest, below - 1));
        long oldest = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
        Taken step = cursor.take(page, below, Long.toString(oldest));
        taken.addAll(step.fresh());
        // As a checkpoint does.
        cursor = ListingCursor.parse(step.after().write());
        // The listing grows while it is read.
        newest += random.nextInt(3);
      } while (cursor.next() != null);
      newest += random.nextInt(4 * PAGE);
    }

    assertThat(taken).doesNotHaveDuplicates();
    assertThat(taken).containsAll(LongStream.rangeClosed(1, cursor.high()).boxed().toList());
  }

  @Test
  void anItemOutOfOrderNeitherEndsThePassNorIsLost() {
    ListingCursor cursor = first(1, 2, 3, 4, 5);

    Taken step = cursor.take(items(12, 2, 11, 10), Long.MAX_VALUE, "10");
    Taken last = step.after().take(items(9, 8, 7, 6, 5), 10, "5");
    Taken late = last.after().take(items(12, 11, 10, 9, 3, 8), Long.MAX_VALUE, "8");

    assertThat(step.more()).isTrue();
    assertThat(step.fresh()).containsExactly(10L, 11L, 12L);
    assertThat(last.more()).isFalse();
    assertThat(last.after().high()).isEqualTo(12);
    assertThat(late.fresh()).isEmpty();
  }

  @Test
  void anEditIsFreshAndWhatIsMissingTwiceIsConfirmed() {
    ListingCursor cursor = first(1, 2, 3, 4, 5);
    List<Item> page = new ArrayList<>(items(5, 3, 2));
    page.set(1, new Item(3, "other words"));

    Taken once = cursor.take(page, Long.MAX_VALUE, "2");
    Taken twice = once.after().take(page, Long.MAX_VALUE, "2");
    Taken again = twice.after().take(page, Long.MAX_VALUE, "2");

    assertThat(once.fresh()).containsExactly(3L);
    assertThat(once.doubtful()).containsExactly(4L);
    assertThat(once.confirmed()).isEmpty();
    assertThat(twice.doubtful()).isEmpty();
    assertThat(twice.fresh()).isEmpty();
    assertThat(twice.confirmed()).containsExactly(4L);
    assertThat(again.confirmed()).isEmpty();
  }

  @Test
  void aPageThatShowsNothingProvesNothing() {
    ListingCursor cursor = first(1, 2, 3);

    Taken step = cursor.take(List.of(), Long.MAX_VALUE, null);

    assertThat(step.after().missing()).isEmpty();
    assertThat(step.after().high()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadStartsAnew() {
    assertThat(ListingCursor.parse("12345")).isEqualTo(ListingCursor.START);
    assertThat(ListingCursor.parse("{\"high\":1}")).isEqualTo(ListingCursor.START);
    assertThat(ListingCursor.parse(null)).isEqualTo(ListingCursor.START);
  }

  @Test
  void theFirstPassHasAnEnd() {
    ListingCursor cursor = ListingCursor.START;
    int pages = 0;
    do {
      long below = cursor.next() == null ? 5_001 : Long.parseLong(cursor.next());
      List<Item> page = page(below - 1);
      cursor = cursor.take(page, below, Long.toString(page.get(PAGE - 1).id())).after();
      pages++;
    } while (cursor.next() != null);

    assertThat(pages).isEqualTo(10);
    assertThat(cursor.high()).isEqualTo(5_000);
  }

  @Test
  void staysSmall() {
    ListingCursor cursor = ListingCursor.START;
    Set<Integer> sizes = new HashSet<>();
    for (long newest = PAGE; newest < 5_000; newest += PAGE) {
      cursor = cursor.take(page(newest), Long.MAX_VALUE, null).after();
      sizes.add(cursor.write().length());
    }

    assertThat(sizes).allMatch(size -> size < 5_000);
  }

  private static ListingCursor first(long... ids) {
    List<Item> page = new ArrayList<>();
    for (long id : ids) {
      page.add(0, new Item(id, "words"));
    }
    return ListingCursor.START.take(page, Long.MAX_VALUE, null).after();
  }

  private static List<Item> items(long... ids) {
    return LongStream.of(ids).mapToObj(id -> new Item(id, "words")).toList();
  }

  private static List<Item> page(long newest) {
    return LongStream.range(0, PAGE)
        .map(back -> newest - back)
        .filter(id -> id > 0)
        .mapToObj(id -> new Item(id, "words"))
        .toList();
  }
}

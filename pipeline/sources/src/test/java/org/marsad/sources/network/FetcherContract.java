// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.DocumentIdentity;
import org.marsad.sources.text.CanonicalUrl;

/**
 * What every fetcher must keep to, whatever its network: this, and what it extends. A network's
 * test extends this, scripts {@link #server} for each situation, and adds what only its network
 * has.
 */
public abstract class FetcherContract extends FaultContract {

  /**
   * Deletes one of the posts of {@link #serveSeveralPages}, which were read before. Null where the
   * network has no way to tell.
   *
   * @return its name
   */
  protected @Nullable String serveDeletion() {
    return null;
  }

  /**
   * Edits one of the posts of {@link #serveSeveralPages}, which were read before, to {@code text}.
   * Null where the network has no way to tell.
   *
   * @return its name
   */
  protected @Nullable String serveEdit(String text) {
    return null;
  }

  /**
   * Scripts one page of two posts, dated in the year 1 and in the year 2900.
   *
   * @return the names of those that are taken
   */
  protected abstract List<String> serveBadDates();

  /** How long the clock moves before the fetcher must have noticed an edit or a deletion. */
  protected Duration untilChangesAreNoticed() {
    return Duration.ofDays(1);
  }

  @Test
  void tellsDeletions() throws Exception {
    serveSeveralPages();
    Reading before = readAll(open(), null);
    String deleted = serveDeletion();
    assumeTrue(deleted != null, "this network does not tell what was deleted");
    Reading after = readLater(before.cursor());
    assertThat(after.deletions()).hasSize(1);
    assertThat(after.deletions().get(0).documentId()).isEqualTo(idOf(named(before, deleted)));
  }

  @Test
  void tellsEditsUnderTheSameId() throws Exception {
    serveSeveralPages();
    Reading before = readAll(open(), null);
    String edited = serveEdit("the text as it was edited, migrants and all");
    assumeTrue(edited != null, "this network does not tell what was edited");
    Reading after = readLater(before.cursor());
    assertThat(names(after)).containsExactly(edited);
    RawDocument document = after.documents().get(0);
    assertThat(document.text()).isEqualTo("the text as it was edited, migrants and all");
    assertThat(idOf(document)).isEqualTo(idOf(named(before, edited)));
  }

  @Test
  void believesNoDateThatCannotBe() throws Exception {
    List<String> taken = serveBadDates();
    Reading reading = readAll(open(), null);
    assertThat(names(reading)).containsExactlyInAnyOrderElementsOf(taken);
    assertThat(reading.documents())
        .allSatisfy(
            document ->
                assertThat(Objects.requireNonNullElse(document.published(), NOW))
                    .isBetween(NOW.minus(Duration.ofDays(1)), NOW));
  }

  private Reading readLater(@Nullable String cursor) throws Exception {
    clock.move(untilChangesAreNoticed());
    Reading reading = readAll(open(), cursor);
    assertThat(reading.fault()).isNull();
    return reading;
  }

  private RawDocument named(Reading reading, String name) {
    Function<RawDocument, String> naming = this::nameOf;
    return reading.documents().stream()
        .filter(document -> naming.apply(document).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " was never read"));
  }

  private static String idOf(RawDocument document) {
    return DocumentIdentity.ofPost(
        document.sourceId(),
        document.kind(),
        Objects.requireNonNull(document.nativeId()),
        CanonicalUrl.of(document.url()));
  }
}

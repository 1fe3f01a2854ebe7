// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.Reading;

/** What holds for both versions of Jetstream. */
abstract class BlueskyContract extends FetcherContract {
  final JetstreamServer jetstream = new JetstreamServer();
  final Events events;

  BlueskyContract(boolean second) {
    events = new Events(second, NOW.minusSeconds(3_600));
  }

  @AfterEach
  void closeJetstream() throws IOException {
    jetstream.close();
  }

  @Override
  protected OutletFeed feed() {
    return feed("");
  }

  final OutletFeed feed(String keywords) {
    return new OutletFeed(
            "bluesky", "Bluesky", null, jetstream.url(events.path()), FeedContent.POSTS, null, null)
        .in(FeedForm.BLUESKY, Map.of("keywords", keywords));
  }

  @Override
  protected List<String> planted() {
    return List.of(Events.AUTHOR, Events.HANDLE);
  }

  /** Its own ids name nobody, so that scripts cannot know them. */
  @Override
  protected String nameOf(RawDocument document) {
    String text = Objects.requireNonNull(document.text());
    return text.startsWith("post ") ? text : "post 2";
  }

  @Override
  protected List<String> serveSeveralPages() {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      texts.add(post(i));
    }
    jetstream.breakOffAfter(4);
    return texts;
  }

  @Override
  protected List<String> serveNewer() {
    return List.of(post(20), post(21));
  }

  @Override
  protected List<String> serveOneBadItem() {
    String first = post(1);
    add(2, events.commit(2, 2, "create", IntNode.valueOf(7)));
    return List.of(first, post(3));
  }

  @Override
  protected List<String> serveBadDates() {
    add(1, events.commit(1, 1, "create", Events.content("post 1", "0001-01-01T00:00:00Z")));
    add(2, events.commit(2, 2, "create", Events.content("post 2", "2900-01-01T00:00:00Z")));
    return List.of("post 1", "post 2");
  }

  @Override
  protected void serveTruncated() {
    post(1);
    jetstream.breakOffAfter(0);
  }

  @Override
  protected void serveFault(NetworkServer.Answer answer) {
    jetstream.refuseWith(answer.status(), answer.headers(), answer.body());
  }

  @Override
  protected void serveSilence() {
    jetstream.fallSilent();
  }

  @Override
  protected String serveDeletion() {
    add(30, events.commit(30, 2, "delete", null));
    return "post 2";
  }

  @Override
  protected String serveEdit(String text) {
    add(30, events.commit(30, 2, "update", Events.content(text, NOW.toString())));
    return "post 2";
  }

  @Test
  void aConnectionThatBreaksOffInAnEventLosesNothing() throws Exception {
    IntStream.range(1, 30).forEach(this::post);
    jetstream.breakOffAfter(12);

    Reading reading = readAll(open(), null);

    assertThat(reading.texts())
        .containsExactlyElementsOf(IntStream.range(1, 30).mapToObj(i -> "post " + i).toList());
    assertThat(jetstream.requests()).hasSize(2);
  }

  @Test
  void aPlaceThatTheServerNoLongerKeepsIsAGapThatIsTold() throws Exception {
    post(1);
    assertThat(poll().texts()).containsExactly("post 1");
    post(1_000);
    jetstream.keepOnlyFrom(events.place(900));

    Reading second = poll();

    assertThat(second.texts()).containsExactly("post 1000");
    assertThat(second.rejections()).extracting(Rejection::reason).containsExactly("cursor-too-old");
  }

  @Test
  void tellsOfDeletionsOfWhatItTookAlone() throws Exception {
    say(1, "migrants");
    say(2, "a recipe for bread");
    add(3, events.commit(3, 1, "delete", null));
    add(4, events.commit(4, 2, "delete", null));

    Reading reading = readAll(open(feed("migrants"), environment()), null);

    assertThat(reading.deletions()).hasSize(1);
  }

  @Test
  void followsWhatItTookWhenAnEditLosesTheKeyword() throws Exception {
    say(1, "migrants");
    say(2, "a recipe for bread");
    add(3, events.commit(3, 1, "update", Events.content("another thing", NOW.toString())));
    add(4, events.commit(4, 2, "update", Events.content("another recipe", NOW.toString())));

    Reading reading = readAll(open(feed("migrants"), environment()), null);

    assertThat(reading.texts()).containsExactly("migrants", "another thing");
  }

  @Test
  void anAnswerLeadsToThePostThatItAnswers() throws Exception {
    post(1);
    ObjectNode answer = Events.content("post 2", NOW.toString());
    answer.putObject("reply").putObject("parent").put("uri", Events.address(1));
    add(2, events.commit(2, 2, "create", answer));

    List<RawDocument> found = readAll(open(), null).documents();

    assertThat(found.get(0).parentNativeId()).isNull();
    assertThat(found.get(1).parentNativeId()).isNotNull().isEqualTo(found.get(0).nativeId());
  }

  @Test
  void anAccountThatGoesTakesItsPostsWithIt() throws Exception {
    post(1);
    add(2, events.account(2, "deleted"));

    Reading reading = readAll(open(), null);

    assertThat(reading.deletions()).hasSize(1);
    assertThat(reading.deletions().get(0).author())
        .isEqualTo(pseudonyms.of("bluesky", Events.AUTHOR));
  }

  final String post(int number) {
    String text = "post " + number;
    say(number, text);
    return text;
  }

  final void say(int number, String text) {
    add(number, events.commit(number, number, "create", Events.content(text, NOW.toString())));
  }

  final void add(int number, ObjectNode event) {
    jetstream.add(events.place(number), event.toString());
  }
}

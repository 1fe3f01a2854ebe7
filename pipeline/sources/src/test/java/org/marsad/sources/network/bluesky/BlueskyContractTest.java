// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Json;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;

/** Version 2, whose places are numbers. */
class BlueskyContractTest extends FetcherContract {
  private static final String PATH = "/xrpc/network.bsky.jetstream.subscribeEvents";
  private static final String AUTHOR = "did:plc:inventedinventedinvented";

  private final JetstreamServer jetstream = new JetstreamServer();

  @AfterEach
  void closeJetstream() throws IOException {
    jetstream.close();
  }

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
            "bluesky", "Bluesky", null, jetstream.url(PATH), FeedContent.POSTS, null, null)
        .in(FeedForm.BLUESKY, Map.of());
  }

  @Override
  protected List<String> planted() {
    return List.of(AUTHOR, "zineb.invented.example");
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
    add(2, commit(2, 2, "create", "x").put("record", 7));
    return List.of(first, post(3));
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
    add(30, commit(30, 2, "delete", null));
    return "post 2";
  }

  @Override
  protected String serveEdit(String text) {
    add(30, commit(30, 2, "update", text));
    return "post 2";
  }

  @Test
  void asksNoFurtherOfAServerThatOnlyRepeatsItself() throws Exception {
    post(1);
    String cursor = readAll(open(), null).cursor();
    int before = jetstream.requests().size();
    add(2, commit(2, 2, "create", "post 2").put("seq", 1));
    add(3, commit(3, 3, "create", "post 3").put("seq", 1));
    jetstream.breakOffAfter(1);
    Reading reading = readAll(open(), cursor);
    assertThat(Objects.requireNonNull(reading.fault()).state()).isEqualTo(SourceState.FAILING);
    assertThat(reading.cursor()).isEqualTo(cursor);
    assertThat(jetstream.requests()).hasSize(before + 1);
  }

  @Test
  void takesAnEventOutOfItsEnvelope() throws Exception {
    ObjectNode envelope = Json.MAPPER.createObjectNode().put("$type", "message");
    envelope.set("message", commit(1, 1, "create", "post 1"));
    add(1, envelope);
    assertThat(readAll(open(), null).documents())
        .extracting(RawDocument::text)
        .containsExactly("post 1");
  }

  private String post(int number) {
    String text = "post " + number;
    add(number, commit(number, number, "create", text));
    return text;
  }

  private void add(int place, ObjectNode event) {
    jetstream.add(place, event.toString());
  }

  /**
   * @param text of the post's record; null for none
   */
  private static ObjectNode commit(int place, int post, String deed, @Nullable String text) {
    ObjectNode event =
        Json.MAPPER
            .createObjectNode()
            .put("$type", "network.bsky.jetstream.subscribeEvents#commit")
            .put("seq", place)
            .put("did", AUTHOR)
            .put("handle", "zineb.invented.example")
            .put("time", NOW.minusSeconds(3_600 - place).toString())
            .put("operation", deed)
            .put("collection", "app.bsky.feed.post")
            .put("rkey", "key" + post);
    if (text != null) {
      event.putObject("record").put("text", text).put("createdAt", NOW.toString());
    }
    return event;
  }
}

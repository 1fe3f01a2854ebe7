// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.NetworkServer.Answer;
import org.marsad.sources.network.Reading;
import org.marsad.sources.network.SocialData;

class MastodonFetcherTest extends FetcherContract {
  private static final String PATH = "/api/v1/timelines/tag/migrants";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long FIRST_ID = NOW.minusSeconds(3600).toEpochMilli() << 16;
  private static final int PAGE = 40;

  private final TreeMap<Long, ObjectNode> statuses = new TreeMap<>();

  @Override
  protected OutletFeed feed() {
    URI url = server.url(PATH);
    return new OutletFeed("mastodon-migrants", "Mastodon", null, url, FeedContent.POSTS, null, null)
        .in(FeedForm.MASTODON, Map.of());
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of("MARSAD_MASTODON_TOKEN", "planted-token-5c1e");
  }

  @Override
  protected boolean needsKeys() {
    return false;
  }

  @Override
  protected List<String> planted() {
    return List.of("zineb.invented", "Zineb Invented", "account-88231", "avatar-88231.png");
  }

  @Override
  protected List<String> serveSeveralPages() {
    serveTimeline();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      ids.add(add(i));
    }
    return ids;
  }

  @Override
  protected List<String> serveNewer() {
    return List.of(add(200), add(201));
  }

  @Override
  protected List<String> serveOneBadItem() {
    serveTimeline();
    String first = add(0);
    add(1);
    Objects.requireNonNull(statuses.get(FIRST_ID + 1)).put("account", 7);
    return List.of(first, add(2));
  }

  @Override
  protected List<String> serveBadDates() {
    serveTimeline();
    List<String> ids = List.of(add(0), add(1));
    Objects.requireNonNull(statuses.get(FIRST_ID)).put("created_at", "0001-01-01T00:00:00.000Z");
    Objects.requireNonNull(statuses.get(FIRST_ID + 1)).put("created_at", "2900-01-01T00:00:00Z");
    return ids;
  }

  @Override
  protected void serveTruncated() {
    add(0);
    String page = statuses.values().toString();
    server.on(PATH, Answer.json(page.substring(0, page.length() / 2)));
  }

  @Override
  protected void serveFault(Answer answer) {
    server.on(PATH, answer);
  }

  @Override
  protected Answer throttling() {
    return new Answer(
        429, Map.of("X-RateLimit-Reset", NOW.plusSeconds(120).toString()), faultBody());
  }

  @Override
  protected String serveDeletion() {
    statuses.remove(FIRST_ID + 3);
    return String.valueOf(FIRST_ID + 3);
  }

  @Override
  protected String serveEdit(String text) {
    Objects.requireNonNull(statuses.get(FIRST_ID + 5))
        .put("content", "<p>" + text + "</p>")
        .put("edited_at", NOW.plusSeconds(60).toString());
    return String.valueOf(FIRST_ID + 5);
  }

  @Test
  void takesNeitherBoostsNorWhatIsNotPublicNorHandles() throws Exception {
    serveTimeline();
    add(0);
    Objects.requireNonNull(statuses.get(FIRST_ID)).put("visibility", "unlisted");
    add(1);
    Objects.requireNonNull(statuses.get(FIRST_ID + 1)).putObject("reblog").put("id", "1");
    add(2);
    Objects.requireNonNull(statuses.get(FIRST_ID + 2))
        .put("spoiler_text", "politics")
        .put(
            "content",
            "<p><span class=\"h-card\"><a href=\"https://example.org/@zineb.invented\""
                + " class=\"u-url mention\">@<span>zineb.invented</span></a></span>"
                + " one<br>two</p><p>about <a class=\"mention hashtag\">#<span>migrants</span></a>"
                + " &amp; more</p>");
    List<RawDocument> documents = readAll(open(), null).documents();
    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).title()).isEqualTo("politics");
    assertThat(documents.get(0).text()).isEqualTo("one\ntwo\n\nabout #migrants & more");
    assertThat(documents.get(0).language()).isEqualTo("fr");
  }

  @Test
  void anAnswerLeadsToThePostThatItAnswers() throws Exception {
    serveTimeline();
    String first = add(0);
    add(1);
    Objects.requireNonNull(statuses.get(FIRST_ID + 1)).put("in_reply_to_id", first);

    List<Document> found = readAll(open(), null).stored();

    // The newest comes first.
    assertThat(found.get(1).parentId()).isNull();
    assertThat(found.get(0).parentId()).isEqualTo(found.get(1).id());
  }

  @Test
  void makesNoRequestOfAnIdThatIsNone() throws Exception {
    serveTimeline();
    add(0);
    add(1);
    Objects.requireNonNull(statuses.get(FIRST_ID)).put("id", "1/../2 ?[");
    Reading reading = readAll(open(), null);
    assertThat(reading.documents()).hasSize(1);
    assertThat(reading.rejections()).hasSize(1);
  }

  @Test
  void takesWhatArrivesLateFromAnotherInstance() throws Exception {
    serveSeveralPages();
    statuses.remove(FIRST_ID + 30);
    String cursor = readAll(open(), null).cursor();
    String late = add(30);
    clock.move(untilChangesAreNoticed());
    assertThat(readAll(open(), cursor).documents())
        .extracting(RawDocument::nativeId)
        .containsExactly(late);
  }

  @Test
  void pausesWhenItsRequestsAreUsedUp() throws Exception {
    add(0);
    server.on(
        PATH,
        new Answer(
            200,
            Map.of(
                "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", NOW.plusSeconds(30).toString()),
            statuses.values().toString()));
    // To see how the instance numbers its statuses is a request of its own.
    assertThat(poll().expectedFault().until()).isEqualTo(NOW.plusSeconds(30));
    Reading reading = poll();
    assertThat(reading.documents()).hasSize(1);
    assertThat(reading.expectedFault().until()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void saysHowToReadAClosedTimeline() throws Exception {
    serveFault(new Answer(422, Map.of(), faultBody()));
    Reading reading = readAll(open(feed(), Map.of()), null);
    assertThat(Objects.requireNonNull(reading.fault()).state()).isEqualTo(SourceState.REFUSED);
    assertThat(reading.fault().message()).contains("MARSAD_MASTODON_TOKEN");
    assertThat(server.requests()).allSatisfy(r -> assertThat(r.header("Authorization")).isNull());
  }

  @Test
  void readsWhatAnInstanceReallyAnswered() throws Exception {
    JsonNode page = JSON.readTree(SocialData.read("mastodon-bigbone/tag_timeline.json"));
    server.on(PATH, request -> Answer.json(server.requests().size() > 2 ? "[]" : page.toString()));
    Reading reading = readAll(open(), null);
    assertThat(reading.rejections()).isEmpty();
    assertThat(reading.documents())
        .hasSize(page.size())
        .allSatisfy(document -> assertThat(document.published()).isNotNull())
        .allSatisfy(document -> assertThat(document.text()).doesNotContain("<", "&#"));
    String emitted = reading.documents().toString();
    StreamSupport.stream(page.spliterator(), false)
        .map(status -> status.path("account"))
        .forEach(
            account ->
                assertThat(emitted)
                    .doesNotContain(
                        account.path("acct").asText(), account.path("avatar").asText()));
  }

  private void serveTimeline() {
    server.on(PATH, request -> Answer.json(page(request)));
    // What a timeline lacks is asked for by its id, and answered with 404 where nothing is set.
  }

  /** The oldest behind min_id, or without it the newest; always the newest of these first. */
  private String page(NetworkServer.Request request) {
    String behind = request.query("min_id");
    if (behind == null) {
      return statuses.descendingMap().values().stream().limit(PAGE).toList().toString();
    }
    List<ObjectNode> oldest =
        statuses.tailMap(Long.parseLong(behind), false).values().stream().limit(PAGE).toList();
    List<ObjectNode> newestFirst = new ArrayList<>(oldest);
    java.util.Collections.reverse(newestFirst);
    return newestFirst.toString();
  }

  private String add(int number) {
    long id = FIRST_ID + number;
    ObjectNode status = JSON.createObjectNode();
    status
        .put("id", String.valueOf(id))
        .put("created_at", NOW.minusSeconds(600).toString())
        .put("visibility", "public")
        .put("language", "fr")
        .put("spoiler_text", "")
        .put("url", "https://example.org/@zineb.invented/" + id)
        .put("content", "<p>Les migrants, numéro " + number + "</p>")
        .putNull("reblog")
        .putNull("edited_at")
        .putObject("account")
        .put("id", "account-88231")
        .put("acct", "zineb.invented@example.org")
        .put("display_name", "Zineb Invented")
        .put("avatar", "https://example.org/avatar-88231.png");
    statuses.put(id, status);
    return String.valueOf(id);
  }
}

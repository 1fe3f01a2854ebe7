// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.model.RawDocument;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;

class MastodonFetcherTest extends FetcherContract {
  private static final Path PAYLOADS =
      Path.of(System.getProperty("marsad.home"), "..", "shared", "data", "social", "mastodon-bigbone")
          .normalize();
  private static final int PAGE = 40;

  private final List<ObjectNode> timeline = new ArrayList<>();

  @Override
  OutletFeed feed() {
    return new OutletFeed(
            "mastodon",
            "Mastodon",
            null,
            server.url("/api/v1/timelines/tag/harbour"),
            FeedContent.POSTS,
            null,
            null)
        .in(FeedForm.MASTODON, Map.of());
  }

  @Override
  String idOf(Sample sample) {
    return "127.0.0.1/" + sample.number();
  }

  @Override
  void publish(List<Sample> samples) {
    timeline.clear();
    samples.forEach(sample -> timeline.add(status(sample, sample.text())));
    serveTimeline();
  }

  @Override
  void publishOneBrokenOfThree() {
    publish(samples(1, 3));
    ObjectNode broken = status(Sample.of(3), "broken");
    broken.putArray("id").add(17);
    timeline.add(broken);
  }

  private void serveTimeline() {
    server.answers(
        request -> {
          String below = request.parameter("max_id");
          ArrayNode page = Json.MAPPER.createArrayNode();
          timeline.stream()
              .filter(s -> below == null || s.path("id").asLong() < Long.parseLong(below))
              .sorted(Comparator.comparingLong((ObjectNode s) -> -s.path("id").asLong()))
              .limit(PAGE)
              .forEach(page::add);
          return NetworkServer.Answer.json(page.toString());
        });
  }

  private static ObjectNode status(Sample sample, String text) {
    ObjectNode status = Json.MAPPER.createObjectNode();
    status.put("id", String.valueOf(sample.number()));
    status.put("created_at", sample.at().toString());
    status.put("content", "<p>" + text + "</p>");
    status.put("visibility", "public");
    status.put("url", "https://instance.example/@" + AUTHOR_HANDLE + "/" + sample.number());
    ObjectNode account = status.putObject("account");
    account.put("id", AUTHOR_ID);
    account.put("username", AUTHOR_HANDLE);
    account.put("display_name", AUTHOR_NAME);
    return status;
  }

  @Test
  void anEditComesAgainUnderItsId() throws Exception {
    publish(samples(1, 6));
    Reading first = new Reading(null);
    timeline.set(2, status(Sample.of(3), "Corrected since"));

    Reading second = new Reading(first.cursor);

    assertThat(second.ids()).containsExactly(idOf(Sample.of(3)));
    assertThat(second.documents()).extracting(RawDocument::text).containsExactly("Corrected since");
  }

  @Test
  void whatIsGoneTwiceIsDeleted() throws Exception {
    publish(samples(1, 6));
    Reading first = new Reading(null);
    timeline.remove(2);

    Reading second = new Reading(first.cursor);
    Reading third = new Reading(second.cursor);

    assertThat(second.records).isEmpty();
    assertThat(third.records).extracting(Intake::deletion).filteredOn(Objects::nonNull).hasSize(1);
  }

  @Test
  void boostsAndWhatIsNotPublicAreLeftOut() throws Exception {
    publish(samples(1, 4));
    timeline.get(0).putObject("reblog").put("id", "7");
    timeline.get(1).put("visibility", "unlisted");

    assertThat(new Reading(null).ids()).containsExactly(idOf(Sample.of(3)));
  }

  @Test
  void readsAnAuthenticTimeline() throws Exception {
    Path file = PAYLOADS.resolve("tag_timeline.json");
    assumeTrue(Files.exists(file), () -> "no authentic payload at " + file);
    String payload = Files.readString(file);
    server.answers(request -> NetworkServer.Answer.json(payload));

    Reading reading = new Reading(null);

    assertThat(reading.documents()).hasSizeGreaterThan(10);
    assertThat(reading.rejections()).isEmpty();
    assertThat(reading.documents()).allSatisfy(d -> assertThat(d.text()).doesNotContain("<"));
  }
}

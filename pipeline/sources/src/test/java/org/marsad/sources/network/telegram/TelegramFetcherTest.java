// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.registry.Networks;

class TelegramFetcherTest {
  private static final String AGENT = "Test/1 (+https://test.example)";

  private final LoopbackSite site = new LoopbackSite();
  private final PoliteClient client =
      new PoliteClient(AGENT, HttpLimits.of(1024 * 1024, Duration.ofSeconds(3)), Clock.systemUTC());
  private @Nullable String cursor;

  @AfterEach
  void close() throws Exception {
    client.close();
    site.close();
  }

  @Test
  void takesWhatIsThereAndThenOnlyWhatIsNew() throws Exception {
    Channel channel = new Channel(site).says(1, 50);

    List<RawDocument> first = documents(poll(channel));
    List<RawDocument> second = documents(poll(channel));
    channel.says(51, 52);
    List<RawDocument> third = documents(poll(channel));

    assertThat(first).hasSize(50);
    assertThat(second).isEmpty();
    assertThat(third).extracting(RawDocument::text).containsExactly("message 51", "message 52");
    RawDocument post = third.get(0);
    assertThat(post.nativeId()).isEqualTo("canalfictif/51");
    assertThat(post.published()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(post.author()).isNull();
    assertThat(stored(post).url()).isEqualTo("https://t.me/CanalFictif/51");
    assertThat(third.toString()).doesNotContain("Quelqu");
  }

  @Test
  void goesBackThroughAGapEvenIfItIsStoppedWithin() throws Exception {
    Channel channel = new Channel(site).says(1, 20);
    poll(channel);
    channel.says(21, 75);

    List<RawDocument> taken = new ArrayList<>();
    FetchStep step = step(channel);
    for (; step.more(); step = step(channel)) {
      taken.addAll(documents(List.of(step)));
      // A message that comes meanwhile is taken in the next poll.
      channel.says(76, 76);
    }
    taken.addAll(documents(List.of(step)));
    taken.addAll(documents(poll(channel)));

    assertThat(taken).hasSize(56);
    assertThat(taken).extracting(RawDocument::text).doesNotHaveDuplicates();
  }

  @Test
  void passesOnAnEditAndADeletion() throws Exception {
    Channel channel = new Channel(site).says(1, 10);
    RawDocument seventh = documents(poll(channel)).get(6);
    channel.says(4, Channel.text("autrement dit")).deletes(7);

    List<FetchStep> second = poll(channel);

    assertThat(documents(second)).extracting(RawDocument::text).containsExactly("autrement dit");
    assertThat(second).hasSize(2);
    assertThat(second.get(0).records()).noneMatch(record -> record.deletion() != null);
    assertThat(deletions(second))
        .extracting(Deletion::documentId)
        .containsExactly(stored(seventh).id());
    assertThat(deletions(poll(channel))).isEmpty();
  }

  @Test
  void keepsTheChannelsWordsAndNothingOfOthers() throws Exception {
    Channel channel =
        new Channel(site)
            .says(
                1,
                "<a class=\"tgme_widget_message_reply\" href=\"https://t.me/CanalFictif/9\"><div"
                    + " class=\"tgme_widget_message_text js-message_text\">the original</div></a>"
                    + Channel.text("une réponse"))
            .says(
                2,
                "<div class=\"tgme_widget_message_forwarded_from\">Forwarded from <a"
                    + " href=\"https://t.me/someone\">Someone Private</a></div>"
                    + Channel.text("un texte<br/><br/>relayé <i class=\"emoji\"><b>👍</b></i>"))
            .says(3, "<a class=\"tgme_widget_message_photo_wrap\"></a>");

    List<RawDocument> taken = documents(poll(channel));

    assertThat(taken)
        .extracting(RawDocument::text)
        .containsExactly("une réponse", "un texte\n\nrelayé 👍");
    assertThat(taken.toString()).doesNotContain("Someone", "someone");
  }

  @Test
  void leavesAChannelWithoutAPreviewAlone() throws Exception {
    site.with(
            "/s/ferme",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/ferme");
              LoopbackSite.send(exchange, 302, new byte[0]);
            })
        .with("/ferme", "text/html", "<div class=\"tgme_page\">If you have Telegram…</div>");

    FetchStep step = fetcher(site.url("/s/ferme")).fetch(null);

    assertFault(step, SourceState.REFUSED, "no public preview");
    assertThat(step.cursor()).isNull();
  }

  @Test
  void doesWhatRobotsTxtAndTheServerAsk() throws Exception {
    site.withStatus("/s/lent", 429)
        .withStatus("/s/casse", 502)
        .with("/s/autre", "text/html", "<p>hm</p></html>");

    assertFault(fetcher(site.url("/s/casse")).fetch("kept"), SourceState.FAILING, "502");
    assertFault(fetcher(site.url("/s/autre")).fetch("kept"), SourceState.FAILING, "no preview");
    FetchStep slow = fetcher(site.url("/s/lent")).fetch("kept");
    assertFault(slow, SourceState.THROTTLED, "wait until");
    assertThat(slow.cursor()).isEqualTo("kept");
  }

  @Test
  void asksRobotsTxt() throws Exception {
    site.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /s/");
    Channel channel = new Channel(site).says(1, 3);

    assertFault(step(channel), SourceState.REFUSED, "robots.txt");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void tellsOnceOfAMessageThatItCannotRead() throws Exception {
    Channel channel =
        new Channel(site)
            .says(1, Channel.text("un texte") + "<div class=\"tgme_widget_message\">?</div>");

    List<FetchStep> first = poll(channel);
    List<FetchStep> second = poll(channel);

    assertThat(documents(first)).hasSize(1);
    assertThat(records(first)).filteredOn(record -> record.rejection() != null).hasSize(1);
    assertThat(records(second)).isEmpty();
  }

  private List<FetchStep> poll(Channel channel) throws InterruptedException {
    List<FetchStep> steps = new ArrayList<>();
    do {
      steps.add(step(channel));
    } while (steps.get(steps.size() - 1).more());
    return steps;
  }

  /** By a fetcher of its own, as after a restart. */
  private FetchStep step(Channel channel) throws InterruptedException {
    FetchStep step = fetcher(channel.url()).fetch(cursor);
    cursor = step.cursor();
    return step;
  }

  private Fetcher fetcher(URI url) {
    OutletFeed feed =
        new OutletFeed(
            "canal",
            "Canal",
            "fr",
            url,
            FeedContent.ARTICLES,
            null,
            null,
            FeedForm.TELEGRAM,
            Map.of());
    return Networks.open(
        feed,
        new FetchContext(
            client,
            new Pseudonyms("a key for tests only".getBytes(UTF_8)),
            new Keys(Map.of()),
            Clock.systemUTC(),
            Duration.ZERO,
            AGENT));
  }

  private static void assertFault(FetchStep step, SourceState state, String message) {
    FetchStep.Fault fault = Objects.requireNonNull(step.fault());
    assertThat(fault.state()).isEqualTo(state);
    assertThat(fault.message()).contains(message);
    assertThat(step.records()).isEmpty();
  }

  private static List<Intake> records(List<FetchStep> steps) {
    assertThat(steps).allSatisfy(step -> assertThat(step.fault()).isNull());
    return steps.stream().flatMap(step -> step.records().stream()).toList();
  }

  private static List<RawDocument> documents(List<FetchStep> steps) {
    return records(steps).stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  private static List<Deletion> deletions(List<FetchStep> steps) {
    return records(steps).stream().map(Intake::deletion).filter(Objects::nonNull).toList();
  }

  private static Document stored(RawDocument raw) {
    return Objects.requireNonNull(
        new DocumentExtractor(new ArticleExtractor()).extract(raw).document());
  }
}

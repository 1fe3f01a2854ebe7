// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.model.Deletion;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.NetworkHarness;
import org.marsad.sources.network.Reading;

class TelegramFetcherTest extends NetworkHarness {
  private final LoopbackSite site = server.site();
  private final Channel channel = new Channel(site);

  @Override
  protected OutletFeed feed() {
    return feed(channel.url());
  }

  @Override
  protected List<String> planted() {
    return List.of("Quelqu'un", "Someone Private", "t.me/someone");
  }

  @Test
  void takesWhatIsThereAndThenOnlyWhatIsNew() throws Exception {
    channel.says(1, 50);

    List<RawDocument> first = poll().documents();
    List<RawDocument> second = poll().documents();
    channel.says(51, 52);
    List<RawDocument> third = poll().documents();

    assertThat(first).hasSize(50);
    assertThat(second).isEmpty();
    assertThat(third).extracting(RawDocument::text).containsExactly("message 51", "message 52");
    RawDocument post = third.get(0);
    assertThat(post.nativeId()).isEqualTo("canalfictif/51");
    assertThat(post.published()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(post.author()).isNull();
    assertThat(stored(post).url()).isEqualTo("https://t.me/CanalFictif/51");
  }

  @Test
  void goesBackThroughAGapEvenIfItIsStoppedWithin() throws Exception {
    channel.says(1, 20);
    poll();
    channel.says(21, 75);

    List<RawDocument> taken = new ArrayList<>();
    FetchStep step = pollStep(open());
    for (; step.more(); step = pollStep(open())) {
      taken.addAll(documents(step));
      // A message that comes meanwhile is taken in the next poll.
      channel.says(76, 76);
    }
    taken.addAll(documents(step));
    taken.addAll(poll().documents());

    assertThat(taken).hasSize(56);
    assertThat(taken).extracting(RawDocument::text).doesNotHaveDuplicates();
  }

  @Test
  void passesOnAnEditAndADeletion() throws Exception {
    channel.says(1, 10);
    RawDocument seventh = poll().documents().get(6);
    channel.says(4, Channel.text("autrement dit")).deletes(7);

    FetchStep once = pollStep(open());
    Reading second = poll();

    // What is missing once may come again.
    assertThat(once.records()).noneMatch(record -> record.deletion() != null);
    assertThat(documents(once)).extracting(RawDocument::text).containsExactly("autrement dit");
    assertThat(second.deletions())
        .extracting(Deletion::documentId)
        .containsExactly(stored(seventh).id());
    assertThat(poll().deletions()).isEmpty();
  }

  @Test
  void keepsTheChannelsWordsAndNothingOfOthers() throws Exception {
    channel
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

    List<RawDocument> taken = poll().documents();

    assertThat(taken)
        .extracting(RawDocument::text)
        .containsExactly("une réponse", "un texte\n\nrelayé 👍");
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

    FetchStep step = stepAt("/s/ferme");

    assertFault(step, SourceState.REFUSED, "no public preview");
    assertThat(step.cursor()).isEqualTo("kept");
  }

  @Test
  void doesWhatRobotsTxtAndTheServerAsk() throws Exception {
    site.withStatus("/s/lent", 429)
        .withStatus("/s/casse", 502)
        .with("/s/autre", "text/html", "<p>hm</p></html>");

    assertFault(stepAt("/s/casse"), SourceState.FAILING, "502");
    assertFault(stepAt("/s/autre"), SourceState.FAILING, "no preview");
    FetchStep slow = stepAt("/s/lent");
    assertFault(slow, SourceState.THROTTLED, "wait until");
    assertThat(slow.cursor()).isEqualTo("kept");
  }

  @Test
  void asksRobotsTxt() throws Exception {
    site.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /s/");
    channel.says(1, 3);

    assertFault(pollStep(open()), SourceState.REFUSED, "robots.txt");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void tellsOnceOfAMessageThatItCannotRead() throws Exception {
    channel.says(1, Channel.text("un texte") + "<div class=\"tgme_widget_message\">?</div>");

    Reading first = poll();
    Reading second = poll();

    assertThat(first.documents()).hasSize(1);
    assertThat(first.records()).filteredOn(record -> record.rejection() != null).hasSize(1);
    assertThat(second.records()).isEmpty();
  }

  private static List<RawDocument> documents(FetchStep step) {
    return new Reading(step.records(), step.cursor(), step.fault()).documents();
  }

  private FetchStep stepAt(String path) throws Exception {
    return step(open(feed(site.url(path)), environment()), "kept");
  }

  private static OutletFeed feed(URI url) {
    return new OutletFeed(
        "canal", "Canal", "fr", url, FeedContent.ARTICLES, null, null, FeedForm.TELEGRAM, Map.of());
  }
}

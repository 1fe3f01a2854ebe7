// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;

/** Manners: who we are, robots.txt, pauses and refusals. */
class PoliteClientTest extends ClientFixture {
  @Test
  void fetchesWithItsNameAndValidators() throws Exception {
    site.with(
        "/page",
        exchange -> {
          String agent = exchange.getRequestHeaders().getFirst("User-Agent");
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          LoopbackSite.send(exchange, 200, agent.getBytes(StandardCharsets.UTF_8));
        });

    Fetched page = (Fetched) fetch(site.url("/page"));

    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .isEqualTo("TestBot/1.0 (+https://bot.example)");
    assertThat(page.etag()).isEqualTo("\"v1\"");
  }

  @Test
  void asksConditionally() throws Exception {
    site.with(
        "/feed",
        exchange -> {
          boolean known =
              "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && "then".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
          LoopbackSite.send(exchange, known ? 304 : 200, new byte[0]);
        });

    FetchRequest request =
        new FetchRequest(
            site.url("/feed"), "\"v1\"", "then", Duration.ZERO, AddressPolicy.PUBLIC_AND_LOOPBACK);

    assertThat(client.fetch(request)).isInstanceOf(NotModified.class);
  }

  @Test
  void obeysRobotsWhichItFetchesOnce() throws Exception {
    site.with("/robots.txt", "text/plain", "User-agent: testbot\nDisallow: /private\n")
        .with("/private/page", "text/html", "secret")
        .with("/page", "text/html", "open");

    assertThat(fetch(site.url("/private/page"))).isEqualTo(new Refused(null, "Disallow: /private"));
    assertThat(fetch(site.url("/page"))).isInstanceOf(Fetched.class);
    assertThat(site.requests()).containsExactly("/page");
    assertThat(site.requests("/robots.txt")).isEqualTo(1);
  }

  @Test
  void staysAwayWhileRobotsCannotBeRead() throws Exception {
    site.withStatus("/robots.txt", 500).with("/page", "text/html", "open");

    assertThat(kindOf(fetch(site.url("/page")))).isEqualTo(FailureKind.ROBOTS_UNREACHABLE);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void aForbiddenRobotsFilePermitsAll() throws Exception {
    site.withStatus("/robots.txt", 403).with("/page", "text/html", "open");

    assertThat(fetch(site.url("/page"))).isInstanceOf(Fetched.class);
  }

  @Test
  void booksTheCrawlDelayForTheDomain() throws Exception {
    site.with("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 3600\n")
        .with("/page", "text/html", "open");
    Instant before = Instant.now();

    assertThat(fetch(site.url("/page"))).isInstanceOf(Fetched.class);

    assertThat(client.readyAt(site.url("/other"))).isAfterOrEqualTo(before.plusSeconds(3600));
  }

  /** The redirect is part of the fetch; the delay comes behind both, and no thread sleeps it. */
  @Test
  void aRedirectIsFollowedWithinALongCrawlDelay() throws Exception {
    site.with("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 3600\n")
        .with("/page", "text/html", "open");
    redirect("/moved", "/page");

    assertThat(fetch(site.url("/moved"))).isInstanceOf(Fetched.class);
    assertThat(fetch(site.url("/page")))
        .isInstanceOfSatisfying(
            Throttled.class,
            notYet -> {
              assertThat(notYet.status()).isNull();
              assertThat(notYet.until()).isAfter(Instant.now().plusSeconds(3500));
            });
    assertThat(site.requests()).containsExactly("/moved", "/page");
  }

  @Test
  void aForbiddingAnswerThatSaysWhenToComeBackIsAPause() throws Exception {
    answerWith("/later", 403, "Retry-After", "60");
    answerWith("/never", 403, "X-RateLimit-Remaining", "7");

    assertThat(fetch(site.url("/never"))).isEqualTo(Refused.by(403));
    assertThat(((Throttled) fetch(site.url("/later"))).status()).isEqualTo(403);
  }

  @Test
  void anExhaustedAllowanceIsAPauseUntilItIsRenewed() throws Exception {
    site.with(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0.0");
          exchange.getResponseHeaders().set("X-RateLimit-Reset", "300");
          LoopbackSite.send(exchange, 403, new byte[0]);
        });
    Instant before = Instant.now();

    assertThat(((Throttled) fetch(site.url("/page"))).until())
        .isBetween(before.plusSeconds(300), before.plusSeconds(330));
  }

  @Test
  void aPauseOfAWeekIsCutToADayAndToldSo() throws Exception {
    answerWith("/page", 429, "Retry-After", "604800");
    Instant before = Instant.now();

    Throttled throttled = (Throttled) fetch(site.url("/page"));

    assertThat(throttled.cut()).isTrue();
    assertThat(throttled.until())
        .isBetween(before.plus(Duration.ofHours(24)), before.plus(Duration.ofHours(25)));
  }

  @Test
  void tellsRefusalFromFailure() throws Exception {
    for (int status : new int[] {401, 403, 451}) {
      site.withStatus("/" + status, status);
      assertThat(fetch(site.url("/" + status))).isEqualTo(Refused.by(status));
    }
    site.withStatus("/500", 500).withStatus("/400", 400);
    assertThat(kindOf(fetch(site.url("/500")))).isEqualTo(FailureKind.SERVER_ERROR);
    assertThat(kindOf(fetch(site.url("/400")))).isEqualTo(FailureKind.CLIENT_ERROR);
    assertThat(kindOf(fetch(site.url("/404")))).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void aPauseHoldsForAllOfTheHost() throws Exception {
    site.with(
            "/busy",
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "600");
              LoopbackSite.send(exchange, 429, new byte[0]);
            })
        .with("/page", "text/html", "open");

    Throttled throttled = (Throttled) fetch(site.url("/busy"));

    assertThat(throttled.status()).isEqualTo(429);
    assertThat(fetch(site.url("/page"))).isEqualTo(new Throttled(null, throttled.until(), false));
    assertThat(site.requests()).containsExactly("/busy");
  }

  @Test
  void followsRedirectsAndTellsWhereTheyEnd() throws Exception {
    redirect("/a", "/b?x=|");
    site.with("/b?x=%7C", "text/html", "here");

    assertThat(((Fetched) fetch(site.url("/a"))).uri()).isEqualTo(site.url("/b?x=%7C"));
  }
}

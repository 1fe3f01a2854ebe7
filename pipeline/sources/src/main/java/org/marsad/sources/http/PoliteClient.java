// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Throttled;

/**
 * Fetches pages and feeds as robots.txt, the domain's limiter and the limits allow. Safe for many
 * threads; {@link #fetch} blocks until the domain's turn comes and the answer is complete.
 *
 * <p>Redirects are followed by hand, because every hop must pass the same checks as the first. The
 * hops of one fetch, a look at robots.txt among them, follow each other within seconds; the delay
 * that the domain asks for comes after them, so that no worker sleeps through an hour of it.
 */
public final class PoliteClient implements AutoCloseable {
  /** Between the hops of one fetch; the domain's own delay follows the fetch as a whole. */
  private static final Duration MAX_HOP_DELAY = Duration.ofSeconds(10);

  /** A worker waits no longer for a domain's turn. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpLimits limits;
  private final Clock clock;
  private final FetchMeter meter;
  private final Pauses pauses;
  private final DomainLimiter limiter;
  private final RobotsCache robots;
  private final ScheduledExecutorService deadlines;
  private final Map<AddressPolicy, HttpHop> hops = new EnumMap<>(AddressPolicy.class);

  /**
   * @param userAgent names the robot and a contact, for example {@code Name/1.0 (+https://…)}
   */
  public PoliteClient(String userAgent, HttpLimits limits, Clock clock) {
    this(userAgent, limits, clock, FetchMeter.NONE);
  }

  /**
   * @param userAgent names the robot and a contact
   * @param meter is told of every answer
   */
  public PoliteClient(String userAgent, HttpLimits limits, Clock clock, FetchMeter meter) {
    this.limits = limits;
    this.clock = clock;
    this.meter = meter;
    this.pauses = new Pauses(clock, RandomGenerator.getDefault());
    this.limiter = new DomainLimiter(clock, PATIENCE);
    this.robots = new RobotsCache(userAgent, clock);
    this.deadlines = Executors.newSingleThreadScheduledExecutor(PoliteClient::daemon);
    for (AddressPolicy policy : AddressPolicy.values()) {
      hops.put(policy, new HttpHop(userAgent, limits, policy, deadlines));
    }
  }

  /**
   * @throws InterruptedException while waiting for the domain's turn
   */
  public FetchOutcome fetch(FetchRequest request) throws InterruptedException {
    Map<String, Duration> delays = new HashMap<>();
    Step.End end = Redirects.follow(request.uri(), uri -> permitted(uri, request, delays));
    delays.forEach(limiter::hold);
    return end.cut() ? new FetchOutcome.TooLarge(limits.maxBodyBytes()) : end.outcome();
  }

  /**
   * Asks an interface for programs. What asks for a pause is heard as of a page.
   *
   * @throws InterruptedException while waiting for the domain's turn
   */
  public ApiResult call(ApiRequest request) throws InterruptedException {
    URI uri = request.uri();
    if (!Redirects.isHttp(uri)) {
      return new ApiResult.NoAnswer(FailureKind.BAD_URL, "not an http(s) URL");
    }
    String domain = RegistrableDomains.of(uri);
    Instant until = pauses.until(uri);
    if (until.isAfter(clock.instant())) {
      return new ApiResult.Paused(until);
    }
    if (!limiter.acquire(domain, request.minDelay())) {
      return new ApiResult.Paused(limiter.readyAt(domain));
    }
    HttpHop hop = Objects.requireNonNull(hops.get(request.addresses()));
    HttpHop.Result result =
        request.form() == null
            ? hop.get(uri, request.headers(), limits.maxBodyBytes())
            : hop.post(uri, request.headers(), request.form(), limits.maxBodyBytes());
    meter(result);
    if (result instanceof HttpHop.NoAnswer none) {
      return new ApiResult.NoAnswer(none.kind(), none.detail());
    }
    HttpHop.Answer answer = (HttpHop.Answer) result;
    boolean throttled = throttled(uri, answer) != null;
    return answer.cut() && !throttled
        ? new ApiResult.TooLong(limits.maxBodyBytes())
        : new ApiResult.Answer(answer.status(), answer.headers(), answer.body());
  }

  /** When a request for this URL would start without a wait. */
  public Instant readyAt(URI uri) {
    Instant ready = limiter.readyAt(RegistrableDomains.of(uri));
    Instant throttled = pauses.until(uri);
    return ready.isAfter(throttled) ? ready : throttled;
  }

  /** Between two requests to the URL's domain, as the latest of them has shown; zero before. */
  public Duration spacing(URI uri) {
    return limiter.spacing(RegistrableDomains.of(uri));
  }

  /**
   * @param delays gains what the domain is to be left alone for once the fetch is over
   */
  private Step permitted(URI uri, FetchRequest request, Map<String, Duration> delays)
      throws InterruptedException {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    RobotsCache.Verdict verdict = robots.of(origin, () -> fetchRobots(origin, request));
    if (verdict instanceof RobotsCache.Unreadable unreadable) {
      return Step.End.of(unreadable.outcome());
    }
    RobotsCache.Rules rules = (RobotsCache.Rules) verdict;
    if (!rules.allows(uri.toASCIIString())) {
      return Step.End.of(new FetchOutcome.Refused(null, rules.text()));
    }
    Duration crawlDelay = rules.crawlDelay();
    Duration delay = crawlDelay.compareTo(request.minDelay()) > 0 ? crawlDelay : request.minDelay();
    delays.merge(
        RegistrableDomains.of(uri), delay, (one, other) -> one.compareTo(other) > 0 ? one : other);
    return request(uri, request, limits.maxBodyBytes());
  }

  /** A file that is longer than we read counts as far as it was read (RFC 9309, 2.5). */
  private FetchOutcome fetchRobots(String origin, FetchRequest page) throws InterruptedException {
    URI start = URI.create(origin + "/robots.txt");
    FetchRequest request = FetchRequest.of(start, page.minDelay(), page.addresses());
    return Redirects.follow(start, uri -> request(uri, request, RobotsCache.MAX_BYTES)).outcome();
  }

  private Step request(URI uri, FetchRequest request, int maxBytes) throws InterruptedException {
    Instant until = pauses.until(uri);
    if (until.isAfter(clock.instant())) {
      return Step.End.of(new Throttled(null, until, false));
    }
    String domain = RegistrableDomains.of(uri);
    if (!limiter.acquire(domain, shorter(request.minDelay(), MAX_HOP_DELAY))) {
      return Step.End.of(new Throttled(null, limiter.readyAt(domain), false));
    }
    HttpHop hop = Objects.requireNonNull(hops.get(request.addresses()));
    HttpHop.Result result = hop.get(uri, request.headers(), maxBytes);
    meter(result);
    if (result instanceof HttpHop.NoAnswer none) {
      return Step.End.of(new Failed(none.kind(), null, none.detail()));
    }
    HttpHop.Answer answer = (HttpHop.Answer) result;
    Throttled throttled = throttled(uri, answer);
    return throttled == null ? Answers.read(uri, answer) : Step.End.of(throttled);
  }

  private @Nullable Throttled throttled(URI uri, HttpHop.Answer answer) {
    Instant now = clock.instant();
    if (RateLimit.throttles(answer, now)) {
      return pauses.asked(uri, answer.status(), RateLimit.comeBack(answer, now), now);
    }
    pauses.answered(uri);
    return null;
  }

  private void meter(HttpHop.Result result) {
    if (result instanceof HttpHop.Answer answer) {
      meter.answered(answer.status(), answer.body().length);
    } else {
      meter.unanswered();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "http-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    for (HttpHop hop : hops.values()) {
      hop.close();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Throttled;

/**
 * Fetches pages and feeds as robots.txt, the domain's limiter and the limits allow. Safe for many
 * threads; {@link #fetch} blocks until the domain's turn comes and the answer is complete.
 *
 * <p>Redirects are followed by hand, because every hop must pass the same checks as the first.
 */
public final class PoliteClient implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  /** A URL may hold a higher one, with which the HTTP client throws. */
  private static final int HIGHEST_PORT = 65_535;

  private final HttpLimits limits;
  private final Clock clock;
  private final DomainLimiter limiter;
  private final RobotsCache robots;
  private final ScheduledExecutorService deadlines;
  private final Map<AddressPolicy, HttpHop> hops = new EnumMap<>(AddressPolicy.class);

  /**
   * @param userAgent names the robot and a contact, for example {@code Name/1.0 (+https://…)}
   */
  public PoliteClient(String userAgent, HttpLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.limiter = new DomainLimiter(clock);
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
    Step.End end = follow(request.uri(), uri -> permitted(uri, request));
    return end.cut() ? new FetchOutcome.TooLarge(limits.maxBodyBytes()) : end.outcome();
  }

  /**
   * Asks an interface for programs. A 429, or a 503 with a time, pauses the domain like a page's.
   *
   * @throws InterruptedException while waiting for the domain's turn
   */
  public ApiResult call(ApiRequest request) throws InterruptedException {
    URI uri = request.uri();
    if (!isHttp(uri)) {
      return new ApiResult.NoAnswer(FailureKind.BAD_URL, "not an http(s) URL");
    }
    String domain = RegistrableDomains.of(uri);
    Instant until = limiter.throttledUntil(domain);
    if (until.isAfter(clock.instant())) {
      return new ApiResult.Paused(until);
    }
    limiter.acquire(domain, request.minDelay());
    HttpHop hop = Objects.requireNonNull(hops.get(request.addresses()));
    HttpHop.Result result =
        request.form() == null
            ? hop.get(uri, request.headers(), limits.maxBodyBytes())
            : hop.post(uri, request.headers(), request.form(), limits.maxBodyBytes());
    if (result instanceof HttpHop.NoAnswer none) {
      return new ApiResult.NoAnswer(none.kind(), none.detail());
    }
    HttpHop.Answer answer = (HttpHop.Answer) result;
    Step step = Answers.read(uri, answer, clock.instant());
    if (step instanceof Step.End end && end.outcome() instanceof Throttled throttled) {
      limiter.throttle(domain, throttled.until());
    }
    return answer.cut()
        ? new ApiResult.TooLong(limits.maxBodyBytes())
        : new ApiResult.Answer(answer.status(), answer.headers(), answer.body());
  }

  /** When a request to this URL's domain would start without a wait. */
  public Instant readyAt(URI uri) {
    String domain = RegistrableDomains.of(uri);
    Instant ready = limiter.readyAt(domain);
    Instant throttled = limiter.throttledUntil(domain);
    return ready.isAfter(throttled) ? ready : throttled;
  }

  private interface Hop {
    Step to(URI uri) throws InterruptedException;
  }

  private static Step.End follow(URI start, Hop hop) throws InterruptedException {
    URI uri = start;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Step step = isHttp(uri) ? hop.to(uri) : badUrl(uri);
      if (step instanceof Step.End end) {
        return end;
      }
      uri = ((Step.Redirect) step).target();
    }
    return Step.End.of(
        new Failed(
            FailureKind.TOO_MANY_REDIRECTS, null, "more than " + MAX_REDIRECTS + " redirects"));
  }

  private Step permitted(URI uri, FetchRequest request) throws InterruptedException {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    RobotsCache.Verdict verdict = robots.of(origin, () -> fetchRobots(origin, request));
    if (verdict instanceof RobotsCache.Unreadable unreadable) {
      return Step.End.of(unreadable.outcome());
    }
    RobotsCache.Rules rules = (RobotsCache.Rules) verdict;
    if (!rules.allows(uri.toASCIIString())) {
      return Step.End.of(new FetchOutcome.Refused(null));
    }
    Duration crawlDelay = rules.crawlDelay();
    Duration delay = crawlDelay.compareTo(request.minDelay()) > 0 ? crawlDelay : request.minDelay();
    return request(uri, request, delay, limits.maxBodyBytes());
  }

  /** A file that is longer than we read counts as far as it was read (RFC 9309, 2.5). */
  private FetchOutcome fetchRobots(String origin, FetchRequest page) throws InterruptedException {
    URI start = URI.create(origin + "/robots.txt");
    FetchRequest request = FetchRequest.of(start, page.minDelay(), page.addresses());
    return follow(start, uri -> request(uri, request, page.minDelay(), RobotsCache.MAX_BYTES))
        .outcome();
  }

  private Step request(URI uri, FetchRequest request, Duration delay, int maxBytes)
      throws InterruptedException {
    String domain = RegistrableDomains.of(uri);
    Instant until = limiter.throttledUntil(domain);
    if (until.isAfter(clock.instant())) {
      return Step.End.of(new Throttled(null, until));
    }
    limiter.acquire(domain, delay);
    HttpHop hop = Objects.requireNonNull(hops.get(request.addresses()));
    HttpHop.Result result = hop.get(uri, headers(request), maxBytes);
    if (result instanceof HttpHop.NoAnswer none) {
      return Step.End.of(new Failed(none.kind(), null, none.detail()));
    }
    Step step = Answers.read(uri, (HttpHop.Answer) result, clock.instant());
    if (step instanceof Step.End end && end.outcome() instanceof Throttled throttled) {
      limiter.throttle(domain, throttled.until());
    }
    return step;
  }

  private static Map<String, String> headers(FetchRequest request) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "*/*");
    if (request.etag() != null) {
      headers.put("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      headers.put("If-Modified-Since", request.lastModified());
    }
    return headers;
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return uri.getHost() != null
        && uri.getPort() <= HIGHEST_PORT
        && (scheme.equals("http") || scheme.equals("https"));
  }

  private static Step badUrl(URI uri) {
    return Step.End.of(new Failed(FailureKind.BAD_URL, null, "not an http(s) URL: " + uri));
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

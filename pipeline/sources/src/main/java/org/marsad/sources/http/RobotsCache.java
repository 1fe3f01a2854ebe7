// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * What each origin's robots.txt says to us (RFC 9309): kept for a day, a failure for a minute; a
 * 4xx permits everything, a 5xx or no answer nothing for now.
 */
final class RobotsCache {
  /** RFC 9309, 2.5: at least this much must be read; we read no more. */
  static final int MAX_BYTES = 500 * 1024;

  private static final Duration KEEP_RULES = Duration.ofHours(24);
  private static final Duration KEEP_FAILURE = Duration.ofMinutes(1);

  /** Honoured up to a day: crawler-commons by itself would take long delays for a "no". */
  private static final long MAX_CRAWL_DELAY_MS = Duration.ofHours(24).toMillis();

  /** What is known of an origin's robots.txt. */
  sealed interface Verdict {}

  record Rules(BaseRobotRules rules) implements Verdict {
    /** Of the rules that hold for us, as they are told in a ledger. */
    private static final int MAX_TEXT = 1_000;

    boolean allows(String url) {
      return rules.isAllowed(url);
    }

    /** The lines for us, at most 1,000 characters of them. */
    String text() {
      String lines =
          rules instanceof SimpleRobotRules simple
              ? simple.getRobotRules().stream()
                  .map(rule -> (rule.isAllow() ? "Allow: " : "Disallow: ") + rule.getPrefix())
                  .collect(Collectors.joining("\n"))
              : "";
      String text = lines.isEmpty() ? "Disallow: /" : lines;
      return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    Duration crawlDelay() {
      return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }
  }

  /** It could not be read. */
  record Unreadable(FetchOutcome outcome) implements Verdict {}

  /** Asks for the file itself. */
  interface Fetch {
    FetchOutcome get() throws InterruptedException;
  }

  private record Entry(Verdict verdict, Instant expires) {}

  private final Clock clock;
  private final String robotName;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  /**
   * @param userAgent its product token, before the slash, is the name that robots.txt knows us by
   */
  RobotsCache(String userAgent, Clock clock) {
    this.clock = clock;
    this.robotName = RobotName.of(userAgent);
  }

  /** The verdict on an origin, fetched by {@code fetch} where it is not known or too old. */
  Verdict of(String origin, Fetch fetch) throws InterruptedException {
    Entry known = entries.get(origin);
    if (known != null && clock.instant().isBefore(known.expires())) {
      return known.verdict();
    }
    Verdict verdict = judge(origin + "/robots.txt", fetch.get());
    Duration keep = verdict instanceof Rules ? KEEP_RULES : KEEP_FAILURE;
    entries.put(origin, new Entry(verdict, clock.instant().plus(keep)));
    return verdict;
  }

  private Verdict judge(String url, FetchOutcome outcome) {
    // crawler-commons' parser counts its warnings in fields, so each use gets its own.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(MAX_CRAWL_DELAY_MS, 0);
    if (outcome instanceof FetchOutcome.Fetched answer) {
      return new Rules(
          parser.parseContent(url, answer.body(), answer.contentType(), List.of(robotName)));
    }
    if (outcome instanceof FetchOutcome.Refused) {
      return new Rules(parser.failedFetch(404));
    }
    if (outcome instanceof FetchOutcome.Failed failed) {
      return switch (failed.kind()) {
        case NOT_FOUND, CLIENT_ERROR, TOO_MANY_REDIRECTS -> new Rules(parser.failedFetch(404));
        case SERVER_ERROR ->
            new Unreadable(
                new FetchOutcome.Failed(
                    FailureKind.ROBOTS_UNREACHABLE,
                    failed.status(),
                    "robots.txt cannot be read, so nothing may be fetched for now: "
                        + failed.detail()));
        default -> new Unreadable(failed);
      };
    }
    return new Unreadable(outcome);
  }
}

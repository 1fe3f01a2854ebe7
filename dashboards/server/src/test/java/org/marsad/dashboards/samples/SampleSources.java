// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Rejection;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;

/** Feeds of made-up outlets in every state, and inputs that could not be taken. */
final class SampleSources {
  /** For so long one of the outlets has refused us, and nothing of it has come. */
  static final int REFUSED_DAYS = 9;

  private static final String ROBOTS = "User-agent: *\nDisallow: /feed\nCrawl-delay: 10";

  private SampleSources() {}

  static List<SourceHealth> health() {
    Instant now = Instant.now();
    return List.of(
        health("a", SourceState.OK, 200, null, now, 120),
        health(
            "b",
            SourceState.FAILING,
            502,
            "The server answers 502; it is asked again in 30 min.",
            now,
            61),
        health(
            "c",
            SourceState.REFUSED,
            null,
            "robots.txt refuses this path; it is left alone.",
            now,
            0),
        health("d", SourceState.THROTTLED, 429, "Asked to come back in an hour.", now, 14),
        health("e", SourceState.OFF, null, "Set MARSAD_E_KEY, and start again.", now, 0));
  }

  private static SourceHealth health(
      String letter,
      SourceState state,
      @Nullable Integer status,
      @Nullable String message,
      Instant now,
      long items) {
    boolean ok = state == SourceState.OK;
    return new SourceHealth(
        "outlet-" + letter + "/feed",
        "outlet-" + letter,
        "Outlet " + letter.toUpperCase(Locale.ROOT),
        "https://outlet-" + letter + ".example/feed",
        state,
        status,
        message,
        now.minusSeconds(120),
        ok ? now.minusSeconds(120) : null,
        items == 0 ? null : silentSince(state, now).orElse(now.minusSeconds(7000)),
        now.plusSeconds(900),
        items,
        ok ? 0 : 3,
        activity(state, now));
  }

  private static Optional<Instant> silentSince(SourceState state, Instant now) {
    return state == SourceState.FAILING
        ? Optional.of(now.minus(3, ChronoUnit.DAYS))
        : Optional.empty();
  }

  private static SourceActivity activity(SourceState state, Instant now) {
    boolean refused = state == SourceState.REFUSED;
    return new SourceActivity(
        "FEED",
        refused ? null : 7.5,
        silentSince(state, now).orElse(null),
        refused ? now.minus(REFUSED_DAYS, ChronoUnit.DAYS) : null,
        refused ? ROBOTS : null,
        SampleDocuments.TODAY.toString().substring(0, 10),
        Map.of("200", 12, "404", 1),
        4,
        1,
        1);
  }

  static List<Rejection> rejections() {
    return List.of(
        new Rejection(
            "outlet-a",
            Stage.EXTRACT,
            "no-text",
            "The page holds no text that can be told from its frame.",
            "https://outlet-a.example/gallery",
            Instant.now().minusSeconds(400)),
        new Rejection(
            "import",
            Stage.PARSE,
            "malformed-json",
            "Line 7 is no JSON object: check that the file has one object a line.",
            "texts.jsonl:7",
            Instant.now().minusSeconds(90)));
  }
}

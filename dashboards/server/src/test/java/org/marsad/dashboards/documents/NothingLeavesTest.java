// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** Whatever can be asked for by looking has neither a slur nor a private author's pseudonym. */
class NothingLeavesTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  /** Models learn from what was written, not from dots: like a reveal, it is recorded first. */
  private static final String TRAINING_TEXTS = "/api/feedback/export.jsonl";

  /** Of what answers nothing unless it is asked more closely. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/explain",
          "?beforeFrom=2026-01-01&beforeTo=2026-06-30&afterFrom=2026-07-01&afterTo=2026-12-31");

  /**
   * Of what has nothing to show here, since without accounts there is nobody, and of alerts that
   * are silent some minutes after the samples were made.
   */
  private static final Map<String, Set<Integer>> OTHERWISE =
      Map.of("/api/keys", Set.of(409), "/health/alerts", Set.of(200, 503));

  /** Every path of the description that can be read, so that a new one is looked at as well. */
  static Stream<String> paths() throws Exception {
    return SERVER.api().description().get("paths").properties().stream()
        .filter(path -> path.getValue().has("get"))
        .map(Map.Entry::getKey)
        .filter(path -> !path.equals(TRAINING_TEXTS));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void hasNoSlurAndNoAuthor(String path) throws Exception {
    for (String one : filled(path)) {
      HttpResponse<String> answer = SERVER.api().get(one);

      assertThat(answer.statusCode())
          .as(one + " " + answer.body())
          .isIn(OTHERWISE.getOrDefault(path, Set.of(200)));
      assertThat(answer.body().toLowerCase(Locale.ROOT))
          .doesNotContain(SampleDocuments.SLUR, SampleDocuments.AUTHOR, "\"author\":");
    }
  }

  @Test
  void whatIsMaskedIsAmongWhatIsShown() throws Exception {
    for (String path :
        List.of("/api/search", "/api/export.csv", "/api/documents/" + SampleDocuments.MASKED_ID)) {
      assertThat(SERVER.api().get(path).body())
          .as(path)
          .contains(SampleDocuments.SLUR.charAt(0) + "•••••••");
    }
  }

  @Test
  void onlyARevealShowsTheSlur() throws Exception {
    assertThat(
            SERVER.api().post("/api/documents/masked/reveal", "").body().toLowerCase(Locale.ROOT))
        .contains(SampleDocuments.SLUR)
        .doesNotContain(SampleDocuments.AUTHOR);
  }

  private static List<String> filled(String path) throws Exception {
    if (!path.contains("{")) {
      return List.of(path + QUERIES.getOrDefault(path, ""));
    }
    List<String> ids;
    if (path.contains("/incidents/") || path.endsWith("/alerts/{id}")) {
      ids = List.of(SampleAlerts.RISE, SampleAlerts.ESCALATION);
    } else if (path.contains("/rules/")) {
      ids = List.of(SampleAlerts.RULE);
    } else if (path.contains("/stories/")) {
      ids = List.of(SERVER.api().json("/api/stories").at("/stories/0/story/id").asText());
    } else {
      ids = List.of(SampleDocuments.MASKED_ID, SampleDocuments.EDITED_ID);
    }
    assertThat(ids).as(path).isNotEmpty();
    return ids.stream().map(id -> path.replaceAll("\\{[^}]*\\}", id)).toList();
  }
}

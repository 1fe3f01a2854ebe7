// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** Stories that several documents tell. */
class StoriesApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void foldsCopiesIntoTheStoryTheyTell() throws Exception {
    JsonNode page = SERVER.api().json("/api/stories?stance=REPORT_ON_HOSTILITY");

    assertThat(page.get("folded").asLong()).isLessThan(page.get("documents").asLong());
    JsonNode story = page.at("/stories/0");
    assertThat(story.at("/story/documents").asInt()).isEqualTo(2);
    assertThat(story.at("/story/outlets")).hasSize(2);
    assertThat(story.at("/story/agencies/0").asText()).isEqualTo("MAP");
    assertThat(story.at("/first/role").asText()).isEqualTo("ORIGINAL");
    assertThat(story.at("/stances/reporting").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach", "latest"})
  void pagesThroughEveryStoryOnce(String sort) throws Exception {
    Set<String> ids = new HashSet<>();
    int read = 0;
    String path = "/api/stories?size=2&sort=" + sort;
    JsonNode page = SERVER.api().json(path);
    while (true) {
      for (JsonNode story : page.get("stories")) {
        ids.add(story.at("/story/id").asText());
        read++;
      }
      if (!page.has("next")) {
        break;
      }
      page = SERVER.api().json(path + "&after=" + page.get("next").asText());
    }

    assertThat(read).isEqualTo(ids.size()).isEqualTo(7);
  }

  @Test
  void tellsAStoryInTheOrderOfItsTellings() throws Exception {
    JsonNode story = SERVER.api().json("/api/stories/" + SampleDocuments.STORY_ID);

    assertThat(story.at("/tellings/0/id").asText()).isEqualTo(SampleDocuments.STORY_ID);
    assertThat(story.at("/tellings/1/role").asText()).isEqualTo("COPY");
    assertThat(SERVER.api().get("/api/stories/nothing").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rubbish", "WyJ4Il0", "WyItMSJd", "WyI5OTk5OTk5OTkiXQ"})
  void refusesATokenThatIsNone(String token) throws Exception {
    assertThat(SERVER.api().get("/api/stories?after=" + token).statusCode()).isEqualTo(400);
  }
}

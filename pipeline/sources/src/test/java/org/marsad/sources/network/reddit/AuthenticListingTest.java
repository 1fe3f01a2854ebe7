// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.DocumentKind;
import org.marsad.model.Json;
import org.marsad.sources.network.Posts.Post;
import org.marsad.sources.network.SocialData;

/** Listings as Reddit gave them, which are no part of the repository. */
class AuthenticListingTest {
  @ParameterizedTest
  @CsvSource({
    "TestSubredditListings.test_new, POST, 100",
    "TestSubredditListings.test_comments, COMMENT, 100",
    "TestSubredditStreams.test_submissions, POST, 100",
    "TestSubreddit.test_search, POST, 6"
  })
  void readsEveryEntry(String cassette, DocumentKind kind, int count) throws Exception {
    JsonNode answer =
        Json.MAPPER
            .readTree(SocialData.read("reddit-praw/" + cassette + ".json"))
            .at("/interactions/1/response/body/string");
    JsonNode children = Json.MAPPER.readTree(answer.asText()).at("/data/children");

    List<Post> posts =
        StreamSupport.stream(children.spliterator(), false)
            .map(child -> Objects.requireNonNull(Thing.of(child), child::toString).post())
            .filter(Objects::nonNull)
            .toList();

    assertThat(posts).hasSize(count);
    assertThat(posts)
        .allSatisfy(
            post -> {
              assertThat(post.kind()).isEqualTo(kind);
              assertThat(post.text()).isNotBlank();
              assertThat(post.authorId()).isNotNull();
              assertThat(post.published()).isNotNull();
              assertThat(post.url()).startsWith("https://www.reddit.com/comments/");
              assertThat(post.parentId() == null).isEqualTo(kind == DocumentKind.POST);
            });
  }

  @Test
  void aCommentStandsUnderItsSubmission() throws Exception {
    JsonNode answer =
        Json.MAPPER
            .readTree(SocialData.read("reddit-praw/TestSubmission.test_comments.json"))
            .at("/interactions/1/response/body/string");
    JsonNode both = Json.MAPPER.readTree(answer.asText());

    Post submission = post(both.at("/0/data/children/0"));
    Post comment = post(both.at("/1/data/children/0"));

    assertThat(comment.parentId()).isEqualTo(submission.id());
  }

  private static Post post(JsonNode child) {
    return Objects.requireNonNull(Objects.requireNonNull(Thing.of(child)).post());
  }
}

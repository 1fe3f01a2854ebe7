// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.sources.network.SocialData;

/** Messages of real previews, which are no part of the repository. */
class AuthenticPreviewTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, ''", // channel created
    "2, 92, ''", // pinned
    "3, 84, Multiple videos and pictures",
    "5, 2, ''", // renamed
    "6, 3, ''", // photo changed
    "7, 62, Bigger|text|message|number|34",
    "8, 89, ;)", // forwarded
    "9, 79, Signed and not edited",
    "10, 24, This is a message with a link||https://brasil.io/",
    "12, 81, link with preview https://python.org/",
    "14, 7, 👍",
    "15, 9, ''", // sticker
    "17, 20, Reply to a video (not recorded in telegram)",
    "18, 11, Let's do a quick poll quizz mode|Opt1|Opt2|Opt3",
    "19, 16, Picture by telegram camera",
    "21, 5343, some text",
    "24, 17, ''", // round video
    "25, 14, Multiple pics",
    "26, 10, ''", // place
    "29, 13, ''", // voice
    "30, 5, Hello! Signed and edited message"
  })
  void readsWhatTheChannelPublished(int snippet, long id, String text) {
    PreviewPage page = page(snippet);

    assertThat(page.messages()).hasSize(1);
    ChannelMessage message = page.messages().get(0);
    assertThat(message.id()).isEqualTo(id);
    assertThat(message.text()).isEqualTo(text.replace('|', '\n'));
    assertThat(message.published()).isNotNull();
    assertThat(page.unreadable()).isEmpty();
  }

  @Test
  void anAnswerKnowsWhatItAnswers() {
    assertThat(page(17).messages().get(0).answered()).isEqualTo(19);
    assertThat(page(9).messages().get(0).answered()).isNull();
  }

  @Test
  void aChannelWithoutPostsHasAnEmptyPreview() {
    assertThat(page(31).messages()).isEmpty();
  }

  private static PreviewPage page(int snippet) {
    String html = SocialData.read("telegram-tchan/snippet-" + snippet + ".html");
    return Objects.requireNonNull(PreviewPage.parse(html));
  }
}

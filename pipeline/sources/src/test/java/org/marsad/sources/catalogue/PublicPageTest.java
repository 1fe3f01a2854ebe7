// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicPageTest {
  @Test
  void leadsToWhereAPersonSeesTheStream(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("networks.yaml"),
            """
            keywords: {fr: [migrants]}
            networks:
              bluesky: {enabled: true, streams: [{name: a, keywords: fr}]}
              mastodon:
                enabled: true
                streams: [{name: a, instance: "https://one.example", hashtag: سبتة}]
              telegram: {enabled: true, streams: [{name: a, channel: a_channel, keywords: fr}]}
              reddit:
                enabled: true
                streams: [{name: a, subreddit: Morocco, comments: true, keywords: fr}]
              youtube:
                enabled: true
                streams:
                  - {name: a, video: abcdefghijk}
                  - {name: b, channel: UCabcdefghijklmnopqrstuv}
              x: {enabled: true, streams: [{name: a, query: "Ceuta lang:es"}]}
            """);

    assertThat(NetworkCatalogue.read(file).feeds())
        .extracting(feed -> PublicPage.of(feed).toString())
        .containsExactly(
            "https://bsky.app/",
            "https://one.example/tags/%D8%B3%D8%A8%D8%AA%D8%A9",
            "https://t.me/s/a_channel",
            "https://www.reddit.com/r/Morocco/comments",
            "https://www.youtube.com/watch?v=abcdefghijk",
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
            "https://x.com/search?f=live&q=Ceuta+lang%3Aes");
  }
}

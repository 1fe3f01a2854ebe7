// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Records of outlets and networks, whole and broken, with {@link Plants} wherever a person may be
 * named; and {@link PlantedExports}.
 */
final class PlantedRecords {
  /** As many documents as the files hold. */
  static final int DOCUMENTS = 12;

  private PlantedRecords() {}

  static void write(Path folder) throws IOException {
    write(folder, "");
  }

  /** The same records with a word more in each. */
  static void rewrite(Path folder) throws IOException {
    write(folder, " encore");
  }

  private static void write(Path folder, String more) throws IOException {
    String text = Plants.text() + more;
    RecordFiles.lines(
        folder.resolve("outlet-articles.jsonl"),
        Map.of(
            "url",
            "https://outlet.example/a?email=zq.mail%40mail.example",
            "html",
            PlantedPage.html("https://outlet.example/a?email=zq.mail%40mail.example", text),
            "byline",
            "@zqmention_one"),
        Map.of(
            "url",
            "https://outlet.example/b?u=%40zqmention_one",
            "title",
            "Titre de @zqmention_one, 06 11 11 11 17",
            "text",
            text,
            "language",
            "fr @zqmention_one"));
    RecordFiles.lines(
        folder.resolve("outlet-comments.jsonl"),
        Map.of(
            "id",
            "c1",
            "text",
            text,
            "author",
            Plants.NAME,
            "username",
            Plants.HANDLE,
            "url",
            "https://outlet.example/a#comment-1",
            "avatar",
            Plants.AVATAR),
        Map.of(
            "id",
            "c2",
            "title",
            "à @zqmention_one",
            "text",
            text,
            "author",
            Map.of("name", Plants.NAME, "url", Plants.PROFILE)));
    RecordFiles.lines(
        folder.resolve("network-posts.jsonl"),
        Map.of(
            "id",
            "p1",
            "text",
            text,
            "author",
            Plants.HANDLE,
            "name",
            Plants.NAME,
            "url",
            "https://x.com/zqxuser/status/72",
            "byline",
            Plants.NAME),
        Map.of(
            "id", "p2", "text", text, "user", Plants.HANDLE, "url", Plants.PROFILE + "/posts/9"));
    PlantedExports.write(folder, text);
    // A table whose first line is no head: what people wrote would be taken for names of columns.
    RecordFiles.csv(folder.resolve("headless.csv"), List.of(Plants.NAME, text), List.of("a", "b"));
    Files.writeString(
        folder.resolve("broken.jsonl"),
        "{\"author\":\"" + Plants.NAME + "\",\"text\":\"@zqmention_one 06 11 11 11 17\n");
  }
}

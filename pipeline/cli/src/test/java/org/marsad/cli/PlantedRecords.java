// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.model.Json;

/** Files of every kind that is imported, with {@link Plants} wherever a person may be named. */
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
    lines(
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
    lines(
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
    lines(
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
    Files.writeString(
        folder.resolve("fourcat.csv"),
        csv(
            List.of(
                "id",
                "thread_id",
                "timestamp",
                "body",
                "author",
                "author_id",
                "author_fullname",
                "url",
                "quote_author",
                "subject"),
            List.of(
                "7",
                "7",
                "2026-07-20 10:00:00",
                text,
                Plants.HANDLE,
                "zqhandle_author",
                Plants.NAME,
                "https://x.com/zqxuser/status/73",
                "zqmention_one",
                "@zqmention_one")));
    Files.writeString(
        folder.resolve("crowdtangle.csv"),
        csv(
            List.of(
                "Facebook Id",
                "Page Name",
                "Page Category",
                "User Name",
                "Post Created",
                "Total Interactions",
                "URL",
                "Message",
                "Link Text"),
            List.of(
                "zqhandle_author",
                Plants.NAME,
                "PERSON",
                Plants.HANDLE,
                "2026-07-20 10:00:00 WEST",
                "3",
                Plants.PROFILE + "/posts/8",
                text,
                "@zqmention_one")));
    Files.writeString(
        folder.resolve("library.csv"),
        csv(
            List.of(
                "id",
                "text",
                "creation_time",
                "post_owner.id",
                "post_owner.name",
                "post_owner.username",
                "post_owner.type",
                "mcl_url"),
            List.of(
                "9",
                text,
                "2026-07-20T10:00:00",
                "zqhandle_author",
                Plants.NAME,
                Plants.HANDLE,
                "facebook_profile",
                "https://www.facebook.com/zqprofile/posts/9")));
    lines(
        folder.resolve("collected.ndjson"),
        envelope(
            "instagram.com",
            Map.of(
                "code",
                "AbC",
                "caption",
                Map.of("text", text),
                "taken_at",
                1784541600,
                "user",
                person())),
        envelope(
            "tiktok-comments",
            Map.of(
                "cid",
                "31",
                "aweme_id",
                "32",
                "text",
                text,
                "create_time",
                1784541600,
                "user",
                person())),
        envelope(
            "x.com",
            Map.of(
                "rest_id",
                "33",
                "legacy",
                Map.of(
                    "full_text",
                    text,
                    "user_id_str",
                    "zqhandle_author",
                    "created_at",
                    "Mon Jul 20 10:00:00 +0000 2026",
                    "quoted_status_permalink",
                    Map.of("expanded", "https://x.com/zqxuser/status/1")),
                "core",
                person())));
    // A table whose first line is no head: what people wrote would be taken for names of columns.
    Files.writeString(
        folder.resolve("headless.csv"), csv(List.of(Plants.NAME, text), List.of("a", "b")));
    Files.writeString(
        folder.resolve("broken.jsonl"),
        "{\"author\":\"" + Plants.NAME + "\",\"text\":\"@zqmention_one 06 11 11 11 17\n");
  }

  private static Map<String, Object> envelope(String platform, Map<String, Object> data) {
    return Map.of(
        "item_id",
        "item-" + platform,
        "timestamp_collected",
        1784541700000L,
        "source_platform",
        platform,
        "source_platform_url",
        "https://example.com/@zqmention_one",
        "source_url",
        Plants.PROFILE,
        "user_agent",
        "any",
        "nav_index",
        "1:0:0",
        "data",
        data);
  }

  private static Map<String, Object> person() {
    return Map.of(
        "id",
        "zqhandle_author",
        "uid",
        "zqhandle_author",
        "pk",
        "zqhandle_author",
        "username",
        Plants.HANDLE,
        "unique_id",
        Plants.HANDLE,
        "full_name",
        Plants.NAME,
        "nickname",
        Plants.NAME,
        "profile_pic_url",
        Plants.AVATAR);
  }

  @SafeVarargs
  private static void lines(Path file, Map<String, Object>... records) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Map<String, Object> record : records) {
      JsonNode node = Json.MAPPER.valueToTree(record);
      all.append(node).append('\n');
    }
    Files.writeString(file, all);
  }

  @SafeVarargs
  private static String csv(List<String>... rows) {
    return List.of(rows).stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

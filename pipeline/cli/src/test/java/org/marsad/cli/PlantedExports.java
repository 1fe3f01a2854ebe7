// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What 4CAT, CrowdTangle, the Meta Content Library and Zeeschuimer export, with {@link Plants}
 * wherever a person may be named.
 */
final class PlantedExports {
  private PlantedExports() {}

  static void write(Path folder, String text) throws IOException {
    RecordFiles.csv(
        folder.resolve("fourcat.csv"),
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
            "@zqmention_one"));
    RecordFiles.csv(
        folder.resolve("crowdtangle.csv"),
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
            "@zqmention_one"));
    RecordFiles.csv(
        folder.resolve("library.csv"),
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
            "https://www.facebook.com/zqprofile/posts/9"));
    RecordFiles.lines(
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
}

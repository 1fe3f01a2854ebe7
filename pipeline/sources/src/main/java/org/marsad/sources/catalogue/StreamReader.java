// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one stream of a network: what is followed, and which words choose from it. */
final class StreamReader {
  /** The option of a feed that holds its keywords, one a line. */
  private static final String KEYWORDS = "keywords";

  private static final String QUERY = "query";

  /** Where Reddit gives out the right to ask; another host than the one that is asked. */
  private static final String TOKEN_URL = "token-url";

  private static final String NONE = "none";

  private final Network network;
  private final Map<String, List<String>> keywords;
  private final @Nullable URI server;
  private final @Nullable Duration pollEvery;

  /**
   * @param keywords by the name of their list
   * @param server in place of the network's own
   * @param pollEvery for streams that say nothing else
   */
  StreamReader(
      Network network,
      Map<String, List<String>> keywords,
      @Nullable URI server,
      @Nullable Duration pollEvery) {
    this.network = network;
    this.keywords = keywords;
    this.server = server;
    this.pollEvery = pollEvery;
  }

  static List<String> keys(Network network) {
    List<String> keys = new ArrayList<>(List.of("name", "language", KEYWORDS, "poll-every"));
    keys.addAll(network.subjects());
    return keys;
  }

  /**
   * The feeds that the stream is read by: more than one where a search for all its keywords would
   * be too long; none where a fault was noted.
   *
   * @param names of the network's streams before this one
   */
  List<OutletFeed> read(YamlMap stream, Set<String> names) {
    String name = name(stream, names);
    String language = language(stream);
    Duration every = stream.duration("poll-every");
    List<String> words = words(stream);
    URI url = new StreamAddress(network, server).of(stream);
    if (name == null || url == null) {
      return List.of();
    }
    OutletFeed feed =
        new OutletFeed(
            network.id(),
            network.title(),
            language,
            url,
            network.content(),
            every == null ? pollEvery : every,
            null,
            network.form(),
            options(words));
    return network == Network.X ? searches(stream, name, words, feed) : List.of(feed);
  }

  private Map<String, String> options(List<String> words) {
    Map<String, String> options = new HashMap<>();
    if (!words.isEmpty()) {
      options.put(KEYWORDS, String.join("\n", words));
    }
    if (network == Network.REDDIT && server != null) {
      options.put(TOKEN_URL, NetworkReader.at(server, "", "/api/v1/access_token").toString());
    }
    return options;
  }

  /** One feed a search; the stream's name tells them apart, and keeps their cursors. */
  private static List<OutletFeed> searches(
      YamlMap stream, String name, List<String> words, OutletFeed feed) {
    String written = stream.text(QUERY);
    if (written != null && written.length() > SearchQueries.MOST_CHARACTERS) {
      stream.fault(
          QUERY,
          "has "
              + written.length()
              + " characters; at most "
              + SearchQueries.MOST_CHARACTERS
              + " are taken: make two streams of it");
    }
    List<String> queries = written == null ? SearchQueries.of(words) : List.of(written);
    List<OutletFeed> feeds = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      String label = i == 0 ? name : name + "-" + (i + 1);
      URI url = URI.create(feed.url() + "#" + label);
      feeds.add(feed.at(url).in(feed.form(), Map.of(QUERY, queries.get(i))));
    }
    return feeds;
  }

  private static @Nullable String name(YamlMap stream, Set<String> names) {
    String name = stream.requiredText("name");
    if (name != null && !name.matches("[a-z0-9-]+")) {
      stream.fault("name", "\"" + name + "\" may hold only a-z, 0-9 and hyphens");
      return null;
    }
    if (name != null && !names.add(name)) {
      stream.fault("name", "\"" + name + "\" is the name of an earlier stream of the network");
    }
    return name;
  }

  private static @Nullable String language(YamlMap stream) {
    String language = stream.text("language");
    if (language != null && !OutletReader.LANGUAGES.contains(language)) {
      stream.fault("language", "\"" + language + "\" is not one of " + OutletReader.LANGUAGES);
      return null;
    }
    return language;
  }

  private List<String> words(YamlMap stream) {
    if (!stream.has(KEYWORDS)) {
      if (network.needsKeywords() && !(network == Network.X && stream.has(QUERY))) {
        stream.fault(KEYWORDS, "is missing; name some of the lists at the top" + orNone());
      }
      return List.of();
    }
    List<String> lists = stream.texts(KEYWORDS);
    if (lists.equals(List.of(NONE)) && !network.livesOnKeywords()) {
      return List.of();
    }
    for (String list : lists) {
      if (!keywords.containsKey(list)) {
        stream.fault(
            KEYWORDS,
            "\"" + list + "\" is none of the lists at the top, " + keywords.keySet() + orNone());
      }
    }
    return lists.stream()
        .flatMap(list -> keywords.getOrDefault(list, List.of()).stream())
        .distinct()
        .toList();
  }

  private String orNone() {
    return network.livesOnKeywords() ? "" : ", or \"none\" to take everything";
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one network of the file. */
final class NetworkReader {
  private static final List<String> KEYS = List.of("enabled", "server", "poll-every", "streams");

  private final Network network;
  private final Map<String, List<String>> keywords;

  /**
   * @param keywords by the name of their list
   */
  NetworkReader(Network network, Map<String, List<String>> keywords) {
    this.network = network;
    this.keywords = keywords;
  }

  Optional<FollowedNetwork> in(YamlMap networks) {
    List<String> keys = new ArrayList<>(KEYS);
    network.options().forEach(option -> keys.add(option.name()));
    YamlMap entry = networks.map(network.id(), keys);
    return entry == null ? Optional.empty() : Optional.of(read(entry));
  }

  private FollowedNetwork read(YamlMap entry) {
    boolean enabled = entry.flag("enabled");
    Duration pollEvery = entry.duration("poll-every");
    URI server = entry.has("server") ? entry.requiredUrl("server") : null;
    Map<String, Long> numbers = numbers(entry);
    List<YamlMap> maps = entry.maps("streams", StreamReader.keys(network));
    if (maps.isEmpty() && enabled && !entry.has("streams")) {
      entry.fault("streams", "is missing; list what is to be followed");
    }
    Set<String> names = new HashSet<>();
    List<OutletFeed> streams = new ArrayList<>();
    for (YamlMap map : maps) {
      streams.addAll(new StreamReader(network, keywords, server, pollEvery).read(map, names));
    }
    return new FollowedNetwork(network, enabled, unique(entry, share(entry, numbers, streams)));
  }

  private Map<String, Long> numbers(YamlMap entry) {
    Map<String, Long> numbers = new HashMap<>();
    for (NumberOption option : network.options()) {
      Long value = entry.number(option.name(), option.least(), option.most());
      numbers.put(option.name(), value == null ? option.absent() : value);
    }
    return numbers;
  }

  /** Gives each stream its options, and of what is for all of them its share. */
  private List<OutletFeed> share(
      YamlMap entry, Map<String, Long> numbers, List<OutletFeed> streams) {
    Map<String, String> options = new HashMap<>();
    for (NumberOption option : network.options()) {
      long all = numbers.getOrDefault(option.name(), option.absent());
      long each = option.shared() ? all / Math.max(1, streams.size()) : all;
      if (each < option.least()) {
        entry.fault(
            option.name(),
            all
                + " is too little for "
                + streams.size()
                + " streams, of which each needs at least "
                + option.least());
      }
      options.put(option.name(), Long.toString(each));
    }
    return streams.stream().map(stream -> with(stream, options)).toList();
  }

  private static OutletFeed with(OutletFeed stream, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.putAll(stream.options());
    return stream.in(stream.form(), all);
  }

  private static List<OutletFeed> unique(YamlMap entry, List<OutletFeed> streams) {
    Set<String> ids = new HashSet<>();
    for (OutletFeed stream : streams) {
      if (!ids.add(stream.id())) {
        entry.fault("streams", stream.url() + " is followed twice; list it once");
      }
    }
    return streams;
  }

  /** A server's address with a path of its interface. */
  static URI at(@Nullable URI server, String standard, String path) {
    String base = server == null ? standard : server.toString().replaceFirst("/+$", "");
    return URI.create(base + path);
  }
}

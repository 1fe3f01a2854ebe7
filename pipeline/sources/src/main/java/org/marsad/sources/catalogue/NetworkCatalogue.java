// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** The networks that are followed, as {@code networks.yaml} lists them. */
public final class NetworkCatalogue {
  /** For a program that follows none. */
  public static final NetworkCatalogue EMPTY = new NetworkCatalogue(List.of());

  private final List<FollowedNetwork> networks;

  private NetworkCatalogue(List<FollowedNetwork> networks) {
    this.networks = List.copyOf(networks);
  }

  public List<FollowedNetwork> networks() {
    return networks;
  }

  /** The streams of the networks that are enabled. */
  public List<OutletFeed> feeds() {
    return networks.stream()
        .filter(FollowedNetwork::enabled)
        .flatMap(network -> network.streams().stream())
        .toList();
  }

  /**
   * @throws CatalogueException with all faults of the file; also where it is missing or not YAML
   */
  public static NetworkCatalogue read(Path file) {
    Faults faults = new Faults(file);
    Node root = YamlFile.compose(file, faults, "networks", "a mapping of networks");
    List<FollowedNetwork> networks = root == null ? List.of() : networks(root, faults);
    if (faults.any()) {
      throw faults.exception();
    }
    return new NetworkCatalogue(networks);
  }

  private static List<FollowedNetwork> networks(Node root, Faults faults) {
    YamlMap top = new YamlMap(root, "", faults, List.of("keywords", "networks"));
    Map<String, List<String>> keywords = keywords(top);
    List<String> ids = Arrays.stream(Network.values()).map(Network::id).toList();
    YamlMap entries = top.map("networks", ids);
    if (entries == null) {
      if (!faults.any()) {
        top.fault("networks", "is missing; name at least one of " + ids);
      }
      return List.of();
    }
    return Arrays.stream(Network.values())
        .flatMap(network -> new NetworkReader(network, keywords).in(entries).stream())
        .toList();
  }

  /** The lists of words, by their names. */
  private static Map<String, List<String>> keywords(YamlMap top) {
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    List<String> names = top.keysOf("keywords");
    YamlMap lists = top.map("keywords", names);
    if (lists == null) {
      return keywords;
    }
    for (String name : names) {
      List<String> words = lists.texts(name).stream().map(String::strip).distinct().toList();
      if (words.isEmpty() || words.stream().anyMatch(word -> !isWord(word))) {
        lists.fault(name, "must be a list of words or phrases, each with a letter and no quotes");
      }
      keywords.put(name, words);
    }
    return keywords;
  }

  private static boolean isWord(String word) {
    return word.codePoints().anyMatch(Character::isLetter) && word.indexOf('"') < 0;
  }
}

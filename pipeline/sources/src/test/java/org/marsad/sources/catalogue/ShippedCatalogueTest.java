// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue that is shipped. */
class ShippedCatalogueTest {
  private static final Path HOME = Path.of(System.getProperty("marsad.home"));
  private static final Path FILE = HOME.resolve("k8s/base/pipeline/config/outlets.yaml");

  @Test
  void isWithoutFaultAndPollsNothingThatRefused() {
    Catalogue catalogue = Catalogue.read(FILE);

    assertThat(catalogue.outlets()).hasSizeGreaterThan(50);
    assertThat(catalogue.outlets())
        .filteredOn(outlet -> outlet.status() == OutletStatus.REFUSED)
        .isNotEmpty()
        .allSatisfy(
            outlet -> {
              assertThat(outlet.refusals()).isNotEmpty();
              assertThat(outlet.feeds()).isEmpty();
            });
  }

  /** Every outlet and every single feed URL of the list that the catalogue was made from. */
  @Test
  void holdsEveryOutletOfTheList() throws IOException {
    Path list = HOME.resolve("../shared/data/feeds/morocco-feeds.tsv");
    assumeTrue(Files.exists(list), "the list of Moroccan feeds is not here: " + list);
    Catalogue catalogue = Catalogue.read(FILE);
    Set<String> names = catalogue.outlets().stream().map(Outlet::name).collect(Collectors.toSet());
    Set<String> urls =
        catalogue.outlets().stream()
            .flatMap(
                outlet ->
                    Stream.concat(
                        outlet.feeds().stream().map(feed -> feed.url().toString()),
                        outlet.refusals().stream().map(refusal -> refusal.url().toString())))
            .collect(Collectors.toSet());
    List<String[]> rows =
        Files.readAllLines(list).stream().skip(1).map(line -> line.split("\t")).toList();

    for (String[] row : rows) {
      String name = row[0].replaceAll(" (sections|archive)$", "");
      assertThat(names).anyMatch(known -> known.equals(name) || known.startsWith(name + " "));
      if (row[3].startsWith("rss")) {
        assertThat(urls).containsAll(expanded(row[2]));
      }
      if (row[4].matches(".*403.*")) {
        assertThat(catalogue.feeds()).noneMatch(feed -> feed.url().toString().equals(row[2]));
      }
    }
  }

  /** {@code a/{b,c}/d} is {@code a/b/d} and {@code a/c/d}. */
  private static List<String> expanded(String url) {
    int open = url.indexOf('{');
    if (open < 0) {
      return List.of(url);
    }
    int close = url.indexOf('}');
    return Stream.of(url.substring(open + 1, close).split(","))
        .map(part -> url.substring(0, open) + part + url.substring(close + 1))
        .toList();
  }
}

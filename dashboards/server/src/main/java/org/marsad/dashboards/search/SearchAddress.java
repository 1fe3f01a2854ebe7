// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.Parameter;

/** The parameters of the search page's address. */
final class SearchAddress {
  private static final Set<String> KNOWN =
      Stream.concat(FilterParameters.ALL.stream().map(Parameter::name), Stream.of("sort", "fold"))
          .collect(Collectors.toUnmodifiableSet());

  private SearchAddress() {}

  /**
   * The same with the known parameters only, encoded anew.
   *
   * @throws InvalidBodyException if a percent sign in it encodes nothing, or nothing is left
   */
  static String checked(String parameters) {
    String known;
    try {
      known =
          Stream.of(parameters.split("&"))
              .map(pair -> List.of(pair.split("=", 2)))
              .filter(pair -> pair.size() == 2 && KNOWN.contains(pair.get(0)))
              .map(pair -> pair.get(0) + "=" + encoded(decoded(pair.get(1))))
              .collect(Collectors.joining("&"));
    } catch (IllegalArgumentException e) {
      throw new InvalidBodyException(List.of("parameters is no query of an address."));
    }
    if (known.isEmpty()) {
      throw new InvalidBodyException(
          List.of("parameters holds nothing that a search knows, such as q=migrants."));
    }
    return known;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.http.Urls;

/** The sitemaps that a site's robots.txt names. */
public final class NamedSitemaps {
  private NamedSitemaps() {}

  /** Those that belong to the site; empty where it has no robots.txt. */
  public static List<URI> of(URI site, SiteVisit visit) throws InterruptedException {
    List<URI> named = new ArrayList<>();
    if (visit.ask(site.resolve("/robots.txt"), site) instanceof Fetched robots) {
      for (String link : links(robots)) {
        try {
          URI url = site.resolve(Urls.encode(link));
          if (RegistrableDomains.of(url).equals(RegistrableDomains.of(site))) {
            named.add(url);
          } else {
            visit.note(url + ": belongs to another domain; left alone");
          }
        } catch (IllegalArgumentException e) {
          visit.note(link + ": is no URL");
        }
      }
    }
    return named.stream().distinct().toList();
  }

  /** They are for every robot, so the name that we would be known by does not matter. */
  private static List<String> links(Fetched robots) {
    return new SimpleRobotRulesParser()
        .parseContent(robots.uri().toString(), robots.body(), robots.contentType(), List.of())
        .getSitemaps();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.discovery.Discovered;
import org.marsad.sources.discovery.Discovery;

/** What was discovered, as an outlet of the catalogue. */
final class OutletLines {
  private static final List<String> LANGUAGES = List.of("ary", "ar", "fr", "es", "en");

  private OutletLines() {}

  static void print(URI site, Discovery discovery, PrintStream out) throws JsonProcessingException {
    String host = site.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    String name = discovery.name() == null ? host : discovery.name();
    String language = language(discovery.language());
    out.println("  # Under outlets: in outlets.yaml. Check name, language, region and kind.");
    out.println("  - id: " + host.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    out.println("    name: " + Json.MAPPER.writeValueAsString(name));
    out.println("    language: " + (language == null ? "ar # the site does not say" : language));
    out.println("    home: " + Json.MAPPER.writeValueAsString(site.resolve("/").toString()));
    out.println("    region: national");
    out.println("    kind: news-site");
    out.println("    status: seen-ok");
    out.println("    feeds:");
    discovery.found().forEach(one -> print(one, out));
  }

  private static void print(Discovered one, PrintStream out) {
    out.println("      # " + one.items() + " items, newest " + newest(one));
    out.println("      - url: \"" + one.url() + "\"");
    if (one.form() != FeedForm.FEED) {
      out.println("        form: " + one.form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (one.form() == FeedForm.FEED && one.url().getPath().matches(".*/comments/(feed|rss).*")) {
      out.println("        content: comments");
    }
  }

  private static String newest(Discovered one) {
    String language = one.language() == null ? "" : ", language " + one.language().strip();
    // The language comes from the page, and a comment in YAML ends with its line.
    return (one.newest() == null ? "of unknown date" : one.newest())
        + language.replaceAll("[^\\p{Alnum}, -]", "");
  }

  /** Of a tag such as ar-MA; null for a language that the catalogue does not know. */
  private static @Nullable String language(@Nullable String tag) {
    String stated = tag == null ? "" : tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    return LANGUAGES.contains(stated) ? stated : null;
  }
}

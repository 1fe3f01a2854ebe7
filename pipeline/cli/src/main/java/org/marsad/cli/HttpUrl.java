// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses what is no http(s) URL with a host before anything starts. */
final class HttpUrl {
  /** More lenient than {@link URI}: addresses of articles hold letters of all scripts. */
  private static final Pattern FORM = Pattern.compile("(?i)https?://[^/?#\\s]+\\S*");

  private HttpUrl() {}

  private static String checked(String value, String example) {
    if (!FORM.matcher(value).matches()) {
      throw new TypeConversionException(value + " is no http(s) URL; give one such as " + example);
    }
    return value;
  }

  /** Of a page. */
  static final class Page implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(value, "https://outlet.example/article");
    }
  }

  /** Of a server. */
  static final class Server implements ITypeConverter<URI> {
    private static final String EXAMPLE = "http://localhost:9200";

    @Override
    public URI convert(String value) {
      try {
        URI url = new URI(checked(value, EXAMPLE));
        if (url.getHost() != null) {
          return url;
        }
      } catch (URISyntaxException e) {
        // Told below like any other.
      }
      throw new TypeConversionException(value + " is no http(s) URL; give one such as " + EXAMPLE);
    }
  }
}

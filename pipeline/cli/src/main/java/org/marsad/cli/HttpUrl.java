// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.sources.http.Urls;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses what is no http(s) URL with a host before anything starts. */
final class HttpUrl {
  /** More lenient than {@link URI}: addresses of articles hold letters of all scripts. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(https?://(?:[^/?#\\s@]*@)?)(\\[[^]\\s]+]|[^/?#\\s:@]+)((?::\\d+)?(?:[/?#]\\S*)?)");

  private static final Pattern HOST =
      Pattern.compile("(?i)[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+(/\\S*)?");

  private HttpUrl() {}

  private static TypeConversionException fault(String value, String example) {
    String remedy = "give one such as " + example;
    if (isFile(value)) {
      remedy = "it is a file here; " + remedy;
    } else if (HOST.matcher(value).matches()) {
      remedy = "did you mean https://" + value + "?";
    }
    return new TypeConversionException(value + " is no http(s) URL; " + remedy);
  }

  private static boolean isFile(String value) {
    try {
      return Files.exists(Path.of(value));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static URI uri(String value, String example) {
    Matcher form = FORM.matcher(value);
    try {
      if (form.matches()) {
        URI url = new URI(form.group(1) + ascii(form.group(2)) + Urls.encode(form.group(3)));
        if (url.getHost() != null) {
          return url;
        }
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Told below like any other.
    }
    throw fault(value, example);
  }

  /** Addresses of IPv6 are in brackets, and no names. */
  private static String ascii(String host) {
    return host.startsWith("[") ? host : IDN.toASCII(host);
  }

  /** Of a page. */
  static final class Page implements ITypeConverter<String> {
    private static final String EXAMPLE = "https://outlet.example/article";

    @Override
    public String convert(String value) {
      if (!FORM.matcher(value).matches()) {
        throw fault(value, EXAMPLE);
      }
      return value;
    }
  }

  /** Of a site, or of something in it. */
  static final class Site implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      return uri(value, "https://outlet.example/");
    }
  }

  /** Of a server. */
  static final class Server implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      return uri(value, "http://localhost:9200");
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that the checkout is built with.
 *
 * @param pom the root's text
 */
record Versions(String pom) {
  static Versions ofCheckout() throws IOException {
    return new Versions(Files.readString(Home.ROOT.resolve("pom.xml")));
  }

  /** Of the project itself, which its images have too. */
  String own() {
    return of("version");
  }

  /** The first element of that name. */
  String of(String name) {
    Matcher element = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(pom);
    if (!element.find()) {
      throw new IllegalStateException("the root's pom.xml names no " + name);
    }
    return element.group(1);
  }
}

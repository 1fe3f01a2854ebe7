// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the resources. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Marsad " + number() + " (Java " + Runtime.version().feature() + ")"};
  }

  static String number() {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("version.properties is missing from the build", e);
    }
    return properties.getProperty("version");
  }
}

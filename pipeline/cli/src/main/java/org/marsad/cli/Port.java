// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port's number; 0 stands for any that is free. */
final class Port implements ITypeConverter<Integer> {
  static final int LAST = 65_535;

  @Override
  public Integer convert(String value) {
    int port;
    try {
      port = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      port = -1;
    }
    if (port < 0 || port > LAST) {
      throw new TypeConversionException(value + " is no port; give a number from 0 to " + LAST);
    }
    return port;
  }
}

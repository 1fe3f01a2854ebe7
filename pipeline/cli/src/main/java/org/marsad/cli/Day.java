// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day of the calendar, as it is written in every command. */
final class Day implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(value + " is no date; give one such as 2026-01-31");
    }
  }
}

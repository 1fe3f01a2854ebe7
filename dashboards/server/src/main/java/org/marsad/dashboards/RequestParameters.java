// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a request's query string and says exactly what is wrong with it. */
final class RequestParameters {
  private static final int MAX_VALUES = 50;
  private static final int MAX_LENGTH = 500;

  private final Context context;

  /**
   * @throws InvalidParameterException when there is one that is not among the known
   */
  RequestParameters(Context context, Set<String> known) {
    this.context = context;
    for (String name : context.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        throw new InvalidParameterException(
            name, "There is no such parameter here.", List.copyOf(new TreeSet<>(known)));
      }
    }
  }

  /** Refuses whatever is in the query string. */
  static void none(Context context) {
    new RequestParameters(context, Set.of());
  }

  /** The value of a parameter; null where it is missing or blank. */
  @Nullable String text(String name) {
    List<String> values = texts(name);
    if (values.size() > 1) {
      throw new InvalidParameterException(
          name, "It is given more than once.", List.of("one value"));
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** Every value of a parameter. */
  List<String> texts(String name) {
    List<String> values =
        context.queryParams(name).stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (values.size() > MAX_VALUES) {
      throw new InvalidParameterException(
          name, "It is given too often.", List.of("at most " + MAX_VALUES + " values"));
    }
    for (String value : values) {
      if (value.length() > MAX_LENGTH) {
        throw new InvalidParameterException(
            name, "It is too long.", List.of("at most " + MAX_LENGTH + " characters"));
      }
    }
    return values;
  }

  @Nullable LocalDate day(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 1900 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // Told below, as every value that is no day.
    }
    throw new InvalidParameterException(
        name, value + " is no day.", List.of("a day such as 2026-03-01, from 1900 to 2199"));
  }

  @Nullable Instant instant(String name) {
    String value = text(name);
    try {
      return value == null ? null : Moments.parse(value);
    } catch (DateTimeException e) {
      throw new InvalidParameterException(
          name,
          value + " is no moment.",
          List.of("a moment such as 2026-03-01T08:00:00Z, from 1900 to 2199"));
    }
  }

  @Nullable Boolean flag(String name) {
    String value = oneOf(name, List.of("true", "false"));
    return value == null ? null : Boolean.valueOf(value);
  }

  int number(String name, int least, int most, int otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (least <= number && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as every value out of range.
    }
    throw new InvalidParameterException(
        name, value + " is not in range.", List.of(least + " to " + most));
  }

  /** The value of a parameter that must be one of those allowed; null where it is missing. */
  @Nullable String oneOf(String name, List<String> allowed) {
    String value = text(name);
    return value == null ? null : check(name, value, allowed);
  }

  /** Every value of a parameter, each one of those allowed. */
  List<String> someOf(String name, List<String> allowed) {
    return texts(name).stream().map(value -> check(name, value, allowed)).toList();
  }

  private static String check(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new InvalidParameterException(name, value + " is not known.", allowed);
    }
    return value;
  }
}

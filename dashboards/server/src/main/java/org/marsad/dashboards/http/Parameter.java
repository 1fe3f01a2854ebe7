// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query string: what it may be is said here once, for the check and for the
 * description.
 *
 * @param description for whoever reads the description; in a sentence
 * @param schema JSON Schema of one value
 * @param allowed what it may be, in words
 * @param otherwise what it is where it is missing; absent where that is nothing
 * @param required whether the request is refused without it
 * @param repeated whether it may be given several times
 */
public record Parameter<T>(
    String name,
    String description,
    Map<String, Object> schema,
    List<String> allowed,
    @Nullable T otherwise,
    boolean required,
    boolean repeated,
    Reader<T> reader) {
  private static final int MAX_LENGTH = 500;
  private static final String TYPE = "type";

  /** Reads one value; throws IllegalArgumentException or DateTimeException of one that is none. */
  @FunctionalInterface
  interface Reader<T> {
    T read(String text);
  }

  /** Of at most 500 characters. */
  public static Parameter<String> text(String name, String description) {
    return of(
        name,
        description,
        Map.of(TYPE, "string", "maxLength", MAX_LENGTH),
        List.of("at most " + MAX_LENGTH + " characters"),
        text -> text);
  }

  /** A day of the Gregorian calendar in Morocco. */
  public static Parameter<LocalDate> day(String name, String description) {
    return time(name, description, "date", "a day such as 2026-03-01", Moments::parseDay);
  }

  public static Parameter<Instant> instant(String name, String description) {
    return time(
        name, description, "date-time", "a moment such as 2026-03-01T08:00:00Z", Moments::parse);
  }

  private static <T> Parameter<T> time(
      String name, String description, String format, String example, Reader<T> reader) {
    return of(
        name,
        description,
        Map.of(TYPE, "string", "format", format),
        List.of(example + ", from 1900 to 2199"),
        reader);
  }

  public static Parameter<Boolean> flag(String name, String description) {
    return of(
        name,
        description,
        Map.of(TYPE, "boolean"),
        List.of("true", "false"),
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
          }
          return Boolean.valueOf(text);
        });
  }

  public static Parameter<Integer> number(String name, int least, int most, String description) {
    return of(
        name,
        description,
        Map.of(TYPE, "integer", "minimum", least, "maximum", most),
        List.of(least + " to " + most),
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  /** One of an enumeration, by its name. */
  public static <E extends Enum<E>> Parameter<E> oneOf(
      String name, Class<E> type, String description) {
    return choice(name, type, Enum::name, description);
  }

  /** One of an enumeration, by its name in lower case. */
  public static <E extends Enum<E>> Parameter<E> oneOfLower(
      String name, Class<E> type, String description) {
    return choice(name, type, one -> one.name().toLowerCase(Locale.ROOT), description);
  }

  private static <E extends Enum<E>> Parameter<E> choice(
      String name, Class<E> type, Function<E, String> code, String description) {
    Map<String, E> byCode = new LinkedHashMap<>();
    Stream.of(type.getEnumConstants()).forEach(one -> byCode.put(code.apply(one), one));
    List<String> codes = List.copyOf(byCode.keySet());
    return of(
        name,
        description,
        Map.of(TYPE, "string", "enum", codes),
        codes,
        text -> {
          E one = byCode.get(text);
          if (one == null) {
            throw new IllegalArgumentException(text);
          }
          return one;
        });
  }

  private static <T> Parameter<T> of(
      String name,
      String description,
      Map<String, Object> schema,
      List<String> allowed,
      Reader<T> reader) {
    return new Parameter<>(name, description, schema, allowed, null, false, false, reader);
  }

  /** The same with a value for where it is missing. */
  public Parameter<T> orElse(T value) {
    return new Parameter<>(name, description, schema, allowed, value, false, repeated, reader);
  }

  /** The same, without which a request is refused. */
  public Parameter<T> asked() {
    return new Parameter<>(name, description, schema, allowed, null, true, repeated, reader);
  }

  /** The same, which may be given several times. */
  public Parameter<T> many() {
    return new Parameter<>(name, description, schema, allowed, null, required, true, reader);
  }

  /**
   * @throws InvalidParameterException with what it may be
   */
  T read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidParameterException(
          name, "It is too long.", List.of("at most " + MAX_LENGTH + " characters"));
    }
    try {
      return reader.read(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InvalidParameterException(name, text + " is not one of those allowed.", allowed);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.search.ReadQuery.Repair;

/**
 * Reads what somebody typed; nothing is refused.
 *
 * <pre>
 * all     = any { any }                     every part must be found
 * any     = part { "|" part }               binds closer, as in web searches: a b|c is a and (b or c)
 * part    = ["-"] ["title:" | "text:"] ( "(" all ")" | phrase | word | word "*" )
 * phrase  = '"' words '"' [ "~" number ]    the number: how many other words may stand among them
 * </pre>
 *
 * A backslash makes an operator a letter.
 */
public final class TextQueryReader {
  /** Beyond, words are not near each other. */
  public static final int MOST_APART = 50;

  private final String text;
  private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);
  private int at;

  private TextQueryReader(String text) {
    this.text = text;
  }

  /**
   * @param text of some hundred characters: parentheses within one another are as many calls
   */
  public static ReadQuery read(String text) {
    TextQueryReader reader = new TextQueryReader(text);
    List<TextQuery> parts = new ArrayList<>();
    while (reader.at < text.length()) {
      parts.addAll(reader.all());
      if (reader.at < text.length()) {
        reader.at++; // A parenthesis that was never opened.
        reader.repairs.add(Repair.UNBALANCED_PARENTHESIS);
      }
    }
    return new ReadQuery(allOf(parts), Collections.unmodifiableSet(reader.repairs));
  }

  /** Up to the end or a closing parenthesis. */
  private List<TextQuery> all() {
    List<TextQuery> parts = new ArrayList<>();
    while (!isOver()) {
      TextQuery any = any();
      if (any != null) {
        parts.add(any);
      }
    }
    return parts;
  }

  private @Nullable TextQuery any() {
    List<TextQuery> choices = new ArrayList<>();
    boolean goesOn = true;
    while (goesOn) {
      TextQuery part = isOver() || peek() == '|' ? stray() : part();
      if (part != null) {
        choices.add(part);
      }
      skipSpace();
      goesOn = at < text.length() && peek() == '|';
      at += goesOn ? 1 : 0;
    }
    return choices.size() > 1
        ? new TextQuery.Any(List.copyOf(choices))
        : choices.isEmpty() ? null : choices.get(0);
  }

  private @Nullable TextQuery part() {
    boolean isWithout = peek() == '-';
    at += isWithout || peek() == '+' ? 1 : 0;
    TextQuery.Part part = named();
    boolean isNothing = at == text.length() || " |)".indexOf(peek()) >= 0;
    TextQuery query = isNothing ? stray() : primary();
    if (query != null && part != null) {
      query = new TextQuery.In(part, query);
    }
    return query != null && isWithout ? new TextQuery.Without(query) : query;
  }

  /** The part of the document whose name and colon stand here. */
  private TextQuery.@Nullable Part named() {
    for (TextQuery.Part part : TextQuery.Part.values()) {
      String name = part.name().toLowerCase(Locale.ROOT) + ":";
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return part;
      }
    }
    return null;
  }

  private @Nullable TextQuery primary() {
    if (peek() != '(') {
      return Signs.opens(peek()) ? phrase() : word();
    }
    at++;
    List<TextQuery> parts = all();
    if (at < text.length()) {
      at++;
    } else {
      repairs.add(Repair.UNBALANCED_PARENTHESIS);
    }
    return allOf(parts);
  }

  private @Nullable TextQuery phrase() {
    int start = ++at;
    while (at < text.length() && !Signs.closes(peek())) {
      at++;
    }
    List<String> words = Signs.words(text.substring(start, at));
    if (at == text.length()) {
      repairs.add(Repair.UNCLOSED_QUOTE);
    } else {
      at++;
    }
    int apart = apart();
    return words.isEmpty()
        ? stray()
        : words.size() == 1
            ? new TextQuery.Word(words.get(0), true)
            : new TextQuery.Phrase(words, apart);
  }

  private int apart() {
    int end = at + 1;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    if (at >= text.length() || peek() != '~' || end == at + 1) {
      return 0;
    }
    // Three digits already say more than is allowed.
    int apart = Integer.parseInt(text.substring(at + 1, Math.min(end, at + 4)));
    at = end;
    return Math.min(MOST_APART, apart);
  }

  private @Nullable TextQuery word() {
    StringBuilder word = new StringBuilder();
    int start = at;
    boolean isBeginning = false;
    while (at < text.length() && !Signs.endsWord(peek())) {
      boolean isEscape = peek() == '\\' && at + 1 < text.length();
      at += isEscape ? 1 : 0;
      isBeginning = !isEscape && peek() == '*';
      if (!isBeginning) {
        word.append(peek());
      }
      at++;
    }
    if (Signs.words(word.toString()).isEmpty()) {
      // A closing quotation mark of which there is no opening one stands at once.
      at += at == start && at < text.length() && Signs.closes(peek()) ? 1 : 0;
      return stray();
    }
    return isBeginning
        ? new TextQuery.Beginning(word.toString())
        : new TextQuery.Word(word.toString(), false);
  }

  private @Nullable TextQuery stray() {
    repairs.add(Repair.STRAY_OPERATOR);
    return null;
  }

  private boolean isOver() {
    skipSpace();
    return at >= text.length() || peek() == ')';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return text.charAt(at);
  }

  private static @Nullable TextQuery allOf(List<TextQuery> parts) {
    return parts.size() > 1
        ? new TextQuery.All(List.copyOf(parts))
        : parts.isEmpty() ? null : parts.get(0);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * One spelling for a title, whatever an outlet puts before or after it: {@code Vidéo. Titre | Nom
 * du journal} and {@code Titre} are one.
 */
final class Titles {
  private static final String LABEL =
      "(?:عاجل|خاص|حصري|حصريا|بالفيديو|فيديو|بالصور|صور|شاهد|مباشر|رسميا|تحديث"
          + "|vid[ée]o|v[íi]deo|urgent|alerte|en direct|direct|live|exclusif|exclusiva|exclusivo"
          + "|exclusive|breaking(?: news)?|[úu]ltima hora|photos?|fotos|watch|update|mise à jour"
          + "|diaporama|galer[íi]a)";

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** With or without a sign after it, but never the beginning of a longer word. */
  private static final Pattern LABELS =
      Pattern.compile(
          "^(?:[\\s\\p{P}\\p{S}]*" + LABEL + "(?:[\\s]*[.:…!|/–—,،-]+[\\s]*|\\s+))+", FLAGS);

  private static final Pattern LABEL_AT_THE_END =
      Pattern.compile("\\s*[(\\[+]\\s*" + LABEL + "\\s*[)\\]]?\\s*$", FLAGS);

  /** An outlet's name behind or before a bar. */
  private static final Pattern NAME_AT_THE_END = Pattern.compile("\\s+[|–—-]\\s+[^|–—]{2,30}$");

  private static final Pattern NAME_AT_THE_BEGINNING = Pattern.compile("^[^|]{2,30}\\s+\\|\\s+");

  /** With fewer a title is a rubric, which many stories have. */
  private static final int LEAST_WORDS = 4;

  private Titles() {}

  /** Folded words with one space between them; null where they are too few to know a story by. */
  static @Nullable String normal(@Nullable String title) {
    if (title == null) {
      return null;
    }
    String bare = LABELS.matcher(title.strip()).replaceFirst("");
    bare = without(NAME_AT_THE_END, without(NAME_AT_THE_BEGINNING, bare));
    bare = LABELS.matcher(LABEL_AT_THE_END.matcher(bare).replaceFirst("")).replaceFirst("");
    List<Word> words = Words.in(bare);
    return words.size() < LEAST_WORDS
        ? null
        : words.stream().map(Word::folded).collect(Collectors.joining(" "));
  }

  private static String without(Pattern name, String title) {
    String rest = name.matcher(title).replaceFirst("");
    return Words.in(rest).size() < LEAST_WORDS ? title : rest;
  }
}

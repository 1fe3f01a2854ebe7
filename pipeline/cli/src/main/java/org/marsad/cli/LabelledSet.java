// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.evaluate.EvaluationReport;

/** Says what a set of labelled texts lacks that cannot be measured on. */
final class LabelledSet {
  private static final String LABELS =
      "relevant, stance, intensity, targets, frames, language," + " offensive";

  private LabelledSet() {}

  /**
   * @throws Remedy unless it is a file that can be read
   */
  static void requireFile(Path set) {
    if (!Files.isRegularFile(set) || !Files.isReadable(set)) {
      throw new Remedy(
          set
              + (Files.isDirectory(set) ? " is a folder" : " cannot be read")
              + ": give a file of labelled JSON lines with --set");
    }
  }

  /**
   * @throws Remedy unless the folder has the reference set
   */
  static void requireReference(Path data) {
    Path set = data.resolve("hostility/gold-dev/gold-dev.jsonl");
    if (!Files.isRegularFile(set) || !Files.isReadable(set)) {
      throw new Remedy(
          set + " cannot be read: give the folder that holds hostility/gold-dev/gold-dev.jsonl");
    }
  }

  /** What a reading that failed means; the fault of a line begins with file and line. */
  static Remedy unreadable(Path set, IOException fault) {
    String told = String.valueOf(fault.getMessage());
    String line = set + ":";
    int end = told.startsWith(line) ? told.indexOf(": ", line.length()) : -1;
    if (end < 0) {
      return new Remedy(set + " cannot be read as UTF-8 text: " + told, fault);
    }
    return new Remedy(told.substring(0, end) + ": " + meaning(fault.getCause()), fault);
  }

  private static String meaning(@Nullable Throwable cause) {
    if (cause instanceof JsonProcessingException) {
      return "the line is no JSON; write one whole object a line, such as {\"text\": …}";
    }
    String told = String.valueOf(cause == null ? null : cause.getMessage());
    // The words of Enum.valueOf, of a stance or kind that is none.
    int constant = told.lastIndexOf('.');
    return told.startsWith("No enum constant")
        ? told.substring(constant + 1) + " is no stance or kind; see ./marsad evaluate --help"
        : told;
  }

  /**
   * @throws Remedy if there was nothing to compare
   */
  static void requireFigures(Path set, EvaluationReport report) {
    if (report.texts() == 0) {
      throw new Remedy(
          set
              + " is empty: give labelled JSON lines, such as {\"text\": …,"
              + " \"relevant\": true}");
    }
    if (report.decisions().isEmpty() && report.figures().isEmpty()) {
      throw new Remedy(
          set + " has " + report.texts() + " texts but no labels: give each any of " + LABELS);
    }
  }
}

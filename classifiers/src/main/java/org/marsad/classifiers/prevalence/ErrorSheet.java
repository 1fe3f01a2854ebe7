// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * How often the shipped models err about HOSTILE, by language, among texts that they call relevant:
 * the share that is corrected is one of these. Measured on texts that they never saw in training.
 *
 * @param model name and version of the models, as assessments carry them
 * @param languages those in which there are enough texts to tell
 */
public record ErrorSheet(String model, SortedMap<String, Measured> languages) {
  /** Where a source tree keeps it, below the folder of this module. */
  public static final String FILE =
      "src/main/resources/org/marsad/classifiers/prevalence/known-errors.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER = JSON.writerWithDefaultPrettyPrinter();

  /** What a language's errors were counted on. */
  public enum Basis {
    /** Real texts, labelled. */
    REFERENCE_SET,
    /** Sentences written for the purpose: in real texts, hostility may be found less often. */
    FUNCTIONAL_TESTS
  }

  /** The errors in one language. */
  public record Measured(Basis basis, KnownErrors errors) {}

  /** That of the models bundled with the program. */
  public static ErrorSheet shipped() {
    try (InputStream in = ErrorSheet.class.getResourceAsStream("known-errors.json")) {
      if (in == null) {
        throw new NoSuchFileException("known-errors.json", null, "the program is incomplete");
      }
      return JSON.readValue(in, ErrorSheet.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The known errors cannot be read", e);
    }
  }

  /** The errors alone. */
  public Map<String, KnownErrors> errors() {
    return languages.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().errors()));
  }

  /** As the file holds it. */
  public String json() {
    try {
      return WRITER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A sheet of counts is always JSON", e);
    }
  }
}

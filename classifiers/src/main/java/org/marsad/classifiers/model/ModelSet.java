// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.marsad.classifiers.linear.LinearModel;

/**
 * Everything that was learned.
 *
 * @param language names the language of a sentence
 * @param offenceArabic offence in Arabic script
 * @param offenceLatin offence in Latin script
 * @param migration relevance, stance, intensity and frames
 */
public record ModelSet(
    Manifest manifest,
    LinearModel language,
    LinearModel offenceArabic,
    LinearModel offenceLatin,
    LinearModel migration) {
  static final String MANIFEST = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where the bytes of a named file come from. */
  @FunctionalInterface
  private interface Folder {
    InputStream open(String name) throws IOException;
  }

  /** The models bundled with the program. */
  public static ModelSet shipped() {
    try {
      return read(ModelSet::bundled);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled models cannot be read", e);
    }
  }

  /** What is said of the bundled models, without reading them. */
  public static Manifest shippedManifest() {
    try {
      return manifest(ModelSet::bundled);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled models cannot be read", e);
    }
  }

  private static InputStream bundled(String name) throws IOException {
    InputStream in = ModelSet.class.getResourceAsStream(name);
    if (in == null) {
      throw new NoSuchFileException(name, null, "the bundled models are incomplete");
    }
    return in;
  }

  /** Whether a folder has models, readable or not. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(MANIFEST));
  }

  /** Reads the models that {@link #write} wrote. */
  public static ModelSet read(Path folder) throws IOException {
    return read(name -> Files.newInputStream(folder.resolve(name)));
  }

  private static ModelSet read(Folder folder) throws IOException {
    return new ModelSet(
        manifest(folder),
        model(folder, "language.bin"),
        model(folder, "offence-arabic.bin"),
        model(folder, "offence-latin.bin"),
        model(folder, "migration.bin"));
  }

  private static Manifest manifest(Folder folder) throws IOException {
    try (InputStream in = folder.open(MANIFEST)) {
      return JSON.readValue(in, Manifest.class);
    }
  }

  private static LinearModel model(Folder folder, String name) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(folder.open(name), 1 << 16))) {
      return LinearModel.read(in);
    }
  }

  /** Writes the models into a folder; equal models give equal bytes. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(language, folder.resolve("language.bin"));
    write(offenceArabic, folder.resolve("offence-arabic.bin"));
    write(offenceLatin, folder.resolve("offence-latin.bin"));
    write(migration, folder.resolve("migration.bin"));
    String json = JSON.writeValueAsString(manifest).replace("\r\n", "\n") + "\n";
    Files.write(folder.resolve(MANIFEST), json.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(LinearModel model, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      model.write(out);
    }
  }
}

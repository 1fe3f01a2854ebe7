// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The export of a known tool: which columns it has, and what they hold. Marsad comes with those in
 * {@link #NAMES}; a file of the same form takes the place of one.
 *
 * @param columns by which a file is recognised: all of them are there
 */
public record Profile(String name, List<String> columns, FieldMapping mapping) {
  /** Those that Marsad comes with. */
  public static final List<String> NAMES =
      List.of("4cat", "crowdtangle", "meta-content-library", "zeeschuimer");

  private static final List<Profile> SHIPPED = NAMES.stream().map(Profile::shipped).toList();

  public Profile {
    columns = List.copyOf(columns);
  }

  /**
   * @param nameOrFile one of {@link #NAMES}, or the path of a file
   * @throws IllegalArgumentException where there is neither, or with all faults of the file
   */
  public static Profile of(String nameOrFile) {
    for (Profile profile : SHIPPED) {
      if (profile.name.equalsIgnoreCase(nameOrFile.strip())) {
        return profile;
      }
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no profile \""
              + nameOrFile
              + "\" and no file of this name; give one of "
              + String.join(", ", NAMES)
              + " or the path of your own");
    }
    try {
      return ProfileReader.read(nameOrFile, Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the profile " + nameOrFile + " cannot be read; it must be a text in UTF-8", e);
    }
  }

  /**
   * @param columns of a file
   * @return null where none, or more than one, knows the file
   */
  static @Nullable Profile recognising(Collection<String> columns) {
    Set<String> there =
        columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<Profile> fitting =
        SHIPPED.stream()
            .filter(
                profile ->
                    profile.columns.stream()
                        .allMatch(column -> there.contains(column.toLowerCase(Locale.ROOT))))
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  static Profile shipped(String name) {
    try (InputStream in = Profile.class.getResourceAsStream("profiles/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("Marsad lacks its own profile " + name);
      }
      return ProfileReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

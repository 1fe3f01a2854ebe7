// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.archive.FieldMapping.Field;

/**
 * What to import.
 *
 * @param paths files, folders (walked in order of names for files of a known format) or {@code -}
 *     for standard input
 * @param format null: by each file's extension, lines of JSON on standard input
 * @param sourceId null: what a record says, else the name of the file without its extensions; of
 *     pages, that of the folder
 * @param kind null: as {@link RecordKind} judges it
 */
public record ArchiveInput(
    List<Path> paths,
    @Nullable ArchiveFormat format,
    FieldMapping mapping,
    @Nullable String sourceId,
    @Nullable DocumentKind kind) {

  static final Path STANDARD_INPUT = Path.of("-");

  public ArchiveInput {
    paths = List.copyOf(paths);
    // What the user says of all records takes the place of what each says of itself.
    mapping = sourceId == null ? mapping : mapping.without(Field.SOURCE);
    mapping = kind == null ? mapping : mapping.without(Field.KIND);
  }

  /**
   * Looks whether all of it is there, without reading it.
   *
   * @throws IllegalArgumentException with one message for all faults
   */
  public void check() throws IOException {
    splits();
  }

  /**
   * The files, each once, in a stable order.
   *
   * @throws IllegalArgumentException for paths that do not exist, whose format nobody states, or
   *     that hold no file of a known format; one message for all of them
   */
  List<ArchiveSplit> splits() {
    List<String> faults = new ArrayList<>();
    List<ArchiveSplit> splits = new ArrayList<>();
    for (Path path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        ArchiveFormat piped = format == null ? ArchiveFormat.JSONL : format;
        splits.add(new ArchiveSplit("-", "stdin", piped, named("stdin"), 0));
      } else if (Files.isDirectory(path)) {
        addFolder(path, splits, faults);
      } else if (!Files.exists(path)) {
        faults.add(path + " does not exist");
      } else {
        ArchiveFormat own = formatOf(path);
        if (own == null) {
          faults.add(path + " has no known extension; state its format: " + ArchiveFormat.names());
        } else {
          splits.add(split(path, String.valueOf(path.getFileName()), own, baseName(path)));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    Map<String, ArchiveSplit> once = new LinkedHashMap<>();
    splits.forEach(split -> once.putIfAbsent(split.splitId(), split));
    return List.copyOf(once.values());
  }

  private void addFolder(Path folder, List<ArchiveSplit> splits, List<String> faults) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<ArchiveSplit> within =
          walk.filter(Files::isRegularFile).sorted().flatMap(f -> inFolder(folder, f)).toList();
      if (within.isEmpty()) {
        faults.add(folder + " holds no file of the format " + expected());
      }
      splits.addAll(within);
    } catch (IOException | UncheckedIOException e) {
      faults.add(folder + " cannot be listed; check the permissions of all that is in it");
    }
  }

  private String expected() {
    return format == null ? ArchiveFormat.names() : format.name().toLowerCase(Locale.ROOT);
  }

  private Stream<ArchiveSplit> inFolder(Path folder, Path file) {
    ArchiveFormat own = ArchiveFormat.ofFile(file);
    if (own == null || (format != null && own != format)) {
      return Stream.empty();
    }
    String name = folder.relativize(file).toString();
    Path named = folder.toAbsolutePath().normalize();
    return Stream.of(split(file, name, own, baseName(own == ArchiveFormat.HTML ? named : file)));
  }

  private @Nullable ArchiveFormat formatOf(Path file) {
    return format == null ? ArchiveFormat.ofFile(file) : format;
  }

  private ArchiveSplit split(Path file, String name, ArchiveFormat own, String defaultSource) {
    return new ArchiveSplit(
        file.toAbsolutePath().normalize().toString(), name, own, named(defaultSource), 0);
  }

  private String named(String defaultSource) {
    return sourceId == null ? defaultSource : sourceId;
  }

  private static String baseName(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a data directory is laid out, and which Marsad wrote it last: one line in its file {@code
 * version}. A Marsad reads the layouts of all before it, and refuses those of later ones, which it
 * would damage.
 *
 * @param number raised by whatever an older Marsad could not read: its index, its checkpoints, its
 *     files
 * @param writtenBy the version of the program
 */
record DataLayout(int number, String writtenBy) {
  /** The first that is written down. What has no such file is of a Marsad before, and the same. */
  static final int CURRENT = 1;

  private static final String NAME = "version";
  private static final Pattern FORM = Pattern.compile("layout ([1-9][0-9]{0,8}) of Marsad (\\S+)");

  static DataLayout current() {
    return new DataLayout(CURRENT, ProductVersion.number());
  }

  /** Whether a Marsad has written down that the directory is its own. */
  static boolean isMarked(Path root) {
    return Files.exists(root.resolve(NAME));
  }

  /**
   * Takes a directory over: from now on this Marsad has written it.
   *
   * @throws Remedy if a later Marsad has
   */
  static void takeOver(Path root) throws IOException {
    Path file = root.resolve(NAME);
    DataLayout found = read(file);
    if (found != null) {
      found.require("the data directory " + root.toAbsolutePath());
    }
    if (!current().equals(found)) {
      Path fresh = file.resolveSibling("version.new");
      Files.writeString(fresh, current() + "\n", UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * @param what has this layout
   * @throws Remedy if it is of a later Marsad
   */
  void require(String what) {
    if (number > CURRENT) {
      throw new Remedy(
          what
              + " was written by Marsad "
              + writtenBy
              + ", which is newer than this one ("
              + ProductVersion.number()
              + "), and reading it could damage it. Use that version or a later one; or restore,"
              + " into another directory, a backup from before the upgrade.");
    }
  }

  private static @Nullable DataLayout read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file, UTF_8).strip();
    } catch (NoSuchFileException before) {
      return null;
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new Remedy(
          file.toAbsolutePath()
              + " does not say which Marsad wrote the directory: restore a backup, or put the line"
              + " \""
              + current()
              + "\" into it if you are sure that it was this version.");
    }
    return new DataLayout(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }

  @Override
  public String toString() {
    return "layout " + number + " of Marsad " + writtenBy;
  }
}

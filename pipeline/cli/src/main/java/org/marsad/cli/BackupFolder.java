// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.marsad.cli.BackupManifest.BackupFile;

/** The files of one backup, each with its hash. */
final class BackupFolder {
  private final Path root;

  BackupFolder(Path root) {
    this.root = root;
  }

  /** Takes in a file, or a folder with all that is in it; what is not there is left out. */
  void add(Path source, String name) throws IOException {
    if (!Files.exists(source)) {
      return;
    }
    for (Path file : filesIn(source)) {
      Path target = root.resolve(name).resolve(source.relativize(file).toString());
      copy(file, target);
    }
  }

  /** All that was taken in, read back from the disk. */
  List<BackupFile> contents() throws IOException {
    List<BackupFile> files = new ArrayList<>();
    for (Path file : filesIn(root)) {
      files.add(new BackupFile(nameOf(file), Files.size(file), sha256(file)));
    }
    return files;
  }

  /**
   * @throws Remedy that names the first file that is missing or not as it was written
   */
  void verify(BackupManifest manifest) throws IOException {
    for (BackupFile file : manifest.files()) {
      Path path = root.resolve(file.name()).normalize();
      if (!path.startsWith(root.normalize())) {
        throw new Remedy(root + " is no backup of Marsad: it names files outside of itself.");
      }
      if (!Files.isRegularFile(path)) {
        throw new Remedy("the backup " + root + " is not whole: " + file.name() + " is missing.");
      }
      if (Files.size(path) != file.bytes() || !sha256(path).equals(file.sha256())) {
        throw new Remedy(
            "the backup " + root + " is damaged: " + file.name() + " is not as it was written.");
      }
    }
  }

  static void copy(Path file, Path target) throws IOException {
    OwnerOnly.directories(Objects.requireNonNull(target.getParent()));
    OwnerOnly.file(target);
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(target)) {
      in.transferTo(out);
    }
    try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String nameOf(Path file) {
    return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

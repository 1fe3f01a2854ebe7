// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexSnapshot;
import org.marsad.job.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies all that Marsad keeps on this machine into a folder. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Copies all that Marsad keeps into a folder, also while it runs.",
    footer = {
      "",
      "The folder then holds the index, the last checkpoint, captured pages, secrets, the record",
      "of who did what, and the configuration, with a hash of each file. Keep it as safe as the",
      "data itself: who has it can tell who is behind a pseudonym. Passwords and tokens that files",
      "or variables outside of the data directory hold are not in it. Meanwhile the disk of the",
      "data directory needs room for a second index.",
      "",
      "What is erased later is still in an older backup: keep none for longer than you keep texts.",
      "",
      "Example: ./marsad backup /mnt/backups/marsad-2026-11-28"
    })
final class BackupCommand implements Callable<Integer> {
  private static final long MEGABYTE = 1_000_000;

  @Parameters(paramLabel = "FOLDER", description = "Made by this; it must not be there yet.")
  Path folder = Path.of("");

  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin NetworksFile networks = new NetworksFile();

  @Mixin ArchiveOptions archive = new ArchiveOptions();

  @Mixin IndexOptions index = new IndexOptions();

  @Override
  public Integer call() throws IOException {
    if (index.cluster() != null) {
      throw new Remedy(
          "an Elasticsearch of your own is backed up by its own snapshots, which this command"
              + " cannot copy: leave out --elasticsearch.");
    }
    if (!Files.isDirectory(index.data)) {
      throw new Remedy("there is no data directory " + index.data + ": give it with --data.");
    }
    Map<String, Path> configuration = configuration();
    try (IndexSession session = IndexSession.open(index);
        FileChannel lock = lock()) {
      IndexSnapshot snapshot =
          new IndexSnapshot(session.connection(), DataDirectory.elasticsearch(index.data));
      requireRoom(snapshot.bytes());
      makeFolder();
      Path archived = archive.folder(index);
      BackupManifest taken =
          new BackingUp(index.data, archived, snapshot, folder).take(configuration);
      Terminal.err().println("Backup         " + folder.toAbsolutePath().normalize());
      Terminal.err()
          .println(
              "Holds          "
                  + taken.files().size()
                  + " files, "
                  + taken.bytes() / MEGABYTE
                  + " MB; check it with ./marsad restore --dry-run");
      return ExitStatus.OK;
    } catch (IOException fault) {
      throw new Remedy(
          "the backup could not be written into "
              + folder.toAbsolutePath()
              + ", and nothing is left of it: "
              + fault.getMessage()
              + ". Make room, or give another folder.",
          fault);
    }
  }

  private Map<String, Path> configuration() {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("marsad.yaml", settings.path());
    files.put("outlets.yaml", outlets.path());
    files.put("networks.yaml", networks.path());
    Path rules = Settings.read(settings.path()).alerts().rulesFile();
    if (rules != null) {
      files.put(rules.getFileName().toString(), rules);
    }
    return files;
  }

  /** Released when it is closed, or with the program. */
  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            index.data.resolve("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new Remedy("another backup of " + index.data + " is being made: wait for its end.");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  private void requireRoom(long needed) throws IOException {
    long free = Files.getFileStore(index.data).getUsableSpace();
    if (free < needed) {
      throw new Remedy(
          "the index takes "
              + needed / MEGABYTE
              + " MB, and the disk of "
              + index.data
              + ", where its snapshot is made, has "
              + free / MEGABYTE
              + " MB left: make room there.");
    }
  }

  private void makeFolder() throws IOException {
    if (Files.exists(folder)) {
      throw new Remedy(folder.toAbsolutePath() + " is there already: give a folder that is not.");
    }
    OwnerOnly.directories(folder);
  }
}

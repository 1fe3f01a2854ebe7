// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.job.settings.Settings;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.FollowedNetwork;
import org.marsad.sources.catalogue.NetworkCatalogue;

/** What {@code doctor} looks at. Each check says what it found, or throws with the remedy. */
final class Checkup {
  private static final long MEGABYTE = 1_000_000;
  private static final long MEMORY_NEEDED = 3_000 * MEGABYTE;
  private static final long DISK_NEEDED = 2_000 * MEGABYTE;

  private Checkup() {}

  static String java() {
    return Runtime.version() + " from " + System.getProperty("java.home");
  }

  static String memory() {
    long bytes =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    if (bytes < MEMORY_NEEDED) {
      throw new Remedy(
          bytes / MEGABYTE
              + " MB; Marsad with its index needs "
              + MEMORY_NEEDED / MEGABYTE
              + " MB");
    }
    return bytes / MEGABYTE + " MB";
  }

  static String settings(Path file) {
    if (Settings.read(file).polling().hasPlaceholderContact()) {
      Terminal.err().println("marsad: warning: " + Configuration.PLACEHOLDER_CONTACT);
    }
    return file.toString();
  }

  static String outlets(Path file) {
    Catalogue catalogue = Catalogue.read(file);
    return catalogue.outlets().size()
        + " outlets, "
        + catalogue.feeds().size()
        + " feeds in "
        + file;
  }

  /** A missing key is no fault: the other networks are read without it. */
  static String networks(Path file) {
    NetworkCatalogue networks = NetworkCatalogue.read(file);
    MissingKeys.warn(networks);
    List<String> enabled =
        networks.networks().stream()
            .filter(FollowedNetwork::enabled)
            .map(followed -> followed.network().id())
            .toList();
    return enabled.isEmpty()
        ? "none is enabled in " + file
        : String.join(", ", enabled) + " with " + networks.feeds().size() + " streams in " + file;
  }

  /**
   * @param data whose user, a running Marsad, may be the one that has the port
   */
  static String port(int port, Path data) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port + " is free";
    } catch (IOException taken) {
      if (DataDirectory.isInUse(data) && isDashboard(port)) {
        return port + " is the running Marsad's";
      }
      throw new Remedy(
          port + " is in use (" + taken.getMessage() + "). Choose another with --port.", taken);
    }
  }

  private static boolean isDashboard(int port) {
    try (InputStream answer =
        URI.create("http://127.0.0.1:" + port + "/health/live").toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8).contains("live");
    } catch (IOException none) {
      return false;
    }
  }

  static String disk(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      throw new Remedy(existing + " cannot be written; choose another directory with --data");
    }
    long free = Files.getFileStore(existing).getUsableSpace();
    if (free < DISK_NEEDED) {
      throw new Remedy(
          free / MEGABYTE
              + " MB free at "
              + existing
              + "; keep "
              + DISK_NEEDED / MEGABYTE
              + " MB. On a full disk nothing comes in; Marsad waits, and goes on by itself once"
              + " there is room");
    }
    return free / MEGABYTE + " MB free at " + existing;
  }

  static String index(IndexOptions options) {
    if (options.cluster() == null && DataDirectory.isInUse(options.data)) {
      return "the data directory is in use by a running Marsad";
    }
    try (DataDirectory data = DataDirectory.open(options.data);
        LocalIndex index = LocalIndex.open(options, data)) {
      return "Elasticsearch "
          + index.connection().verify()
          + " answers at "
          + index.address().url();
    }
  }

  static String classifiers() {
    Assessment assessment =
        Classifiers.shipped()
            .assess(new Submission("Les migrants cherchent un logement.", null, TextKind.POST));
    return "model " + assessment.model();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** All that {@code marsad.yaml} sets. Each part is handed to the module that it concerns. */
public record Settings(
    Polling polling,
    Pipeline pipeline,
    Archive archive,
    DashboardPlace dashboard,
    AlertSettings alerts) {

  private static final Duration LEAST_POLL_EVERY = Duration.ofSeconds(10);
  private static final Duration MOST_POLL_EVERY = Duration.ofDays(7);

  /** For files from before there were bounds. */
  private static final Duration MIN_POLL_EVERY = Duration.ofMinutes(5);

  private static final Duration MAX_POLL_EVERY = Duration.ofHours(1);

  /**
   * How sources are polled.
   *
   * @param pollEvery of a feed whose pace is not known yet
   * @param minPollEvery of the liveliest feed
   * @param maxPollEvery of the quietest
   * @param maxPageBytes after decompression
   * @param threads how many domains are fetched from at the same time
   */
  public record Polling(
      String userAgent,
      Duration minDelay,
      Duration pollEvery,
      Duration minPollEvery,
      Duration maxPollEvery,
      int maxPageBytes,
      Duration requestTimeout,
      int threads) {

    /** Whether outlets cannot tell whom to write to: nobody has put a contact there yet. */
    public boolean hasPlaceholderContact() {
      return userAgent.contains("set polling.user-agent");
    }
  }

  /** How the job works. */
  public record Pipeline(Duration checkpointEvery, Duration rememberFor) {}

  /**
   * How captured pages are kept.
   *
   * @param maxFileBytes of one file, compressed
   * @param keep how long after it was begun a file is removed
   * @param maxTotalBytes of all files; the oldest are removed to stay below
   * @param keepFreeBytes what is left free on the disk, whatever becomes of the archive
   */
  public record Archive(
      boolean enabled, long maxFileBytes, Duration keep, long maxTotalBytes, long keepFreeBytes) {
    private static final long TERABYTE = 1_000_000_000_000L;

    /** A year of sixty outlets takes about half of it. */
    static final Archive USUAL =
        new Archive(true, 256_000_000, Duration.ofDays(365), 100_000_000_000L, 1_000_000_000);

    static Archive of(Section section) {
      Archive archive = read(section);
      if (archive.maxTotalBytes < 2 * archive.maxFileBytes) {
        section.fault("max-total-size", "at least twice archive.max-file-size");
      }
      return archive;
    }

    private static Archive read(Section section) {
      return new Archive(
          section.has("enabled") ? section.flag("enabled") : USUAL.enabled,
          section.has("max-file-size")
              ? section.size("max-file-size", 1_000_000, 2_000_000_000)
              : USUAL.maxFileBytes,
          section.has("keep")
              ? section.duration("keep", Duration.ofDays(7), Duration.ofDays(36_500))
              : USUAL.keep,
          section.has("max-total-size")
              ? section.largeSize("max-total-size", 2_000_000, 1_000 * TERABYTE)
              : USUAL.maxTotalBytes,
          section.has("keep-free")
              ? section.largeSize("keep-free", 0, TERABYTE)
              : USUAL.keepFreeBytes);
    }
  }

  /**
   * @throws SettingsException that lists all faults of the file
   */
  public static Settings read(Path file) {
    return read(file, System.getenv());
  }

  static Settings read(Path file, Map<String, String> environment) {
    SettingsReader reader = SettingsReader.of(file);
    Section polling = reader.section("polling");
    Section pipeline = reader.section("pipeline");
    Secrets secrets = new Secrets(file.toAbsolutePath().getParent(), environment);
    Settings settings =
        new Settings(
            new Polling(
                polling.text("user-agent"),
                polling.duration("min-delay", Duration.ZERO, Duration.ofHours(1)),
                polling.duration("poll-every", LEAST_POLL_EVERY, MOST_POLL_EVERY),
                polling.has("min-poll-every")
                    ? polling.duration("min-poll-every", LEAST_POLL_EVERY, MOST_POLL_EVERY)
                    : MIN_POLL_EVERY,
                polling.has("max-poll-every")
                    ? polling.duration("max-poll-every", LEAST_POLL_EVERY, MOST_POLL_EVERY)
                    : MAX_POLL_EVERY,
                polling.size("max-page-size", 64_000, 100_000_000),
                polling.duration("request-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10)),
                polling.number("threads", 1, 64)),
            new Pipeline(
                pipeline.duration("checkpoint-every", Duration.ofSeconds(1), Duration.ofHours(1)),
                pipeline.duration("remember-for", Duration.ofDays(1), Duration.ofDays(365))),
            Archive.of(reader.optionalSection("archive")),
            DashboardPlace.of(reader.section("dashboard"), secrets),
            AlertSettings.of(reader.optionalSection("alerts"), secrets));
    if (settings.polling().minPollEvery().compareTo(settings.polling().maxPollEvery()) > 0) {
      polling.fault("min-poll-every", "at most polling.max-poll-every");
    }
    reader.finish();
    return settings;
  }
}

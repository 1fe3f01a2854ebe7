// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditEntry;
import org.marsad.dashboards.audit.AuditHead;
import org.marsad.dashboards.audit.AuditReader;
import org.marsad.dashboards.audit.AuditVerifier;
import org.marsad.dashboards.audit.Verification;
import org.marsad.model.Morocco;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The record of reveals, exports, labels, changed rules, accounts and refused logins. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "The record of what people did: shown, and checked for changes.",
    footer = {
      "",
      "Both work beside a running Marsad. Note the head that verify prints where nobody who can"
          + " write",
      "the log can: the log alone cannot show that it was made anew as a whole.",
      "",
      "Example: ./marsad audit verify --head 12:9f86d081884c7d659a2feaa0c55ad015…"
    })
final class AuditCommand extends CommandGroup {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where Marsad keeps its data (default: ${DEFAULT-VALUE}).",
      scope = ScopeType.INHERIT)
  Path data = Path.of(".", "data");

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Says whether the log is as it was written; ends with status 1 where it is not.")
  int verify(
      @Option(
              names = "--head",
              paramLabel = "HEAD",
              converter = Head.class,
              description = "A head that was noted; may be given more than once.")
          @Nullable List<AuditHead> noted)
      throws IOException {
    Path log = log();
    Verification found = AuditVerifier.verify(log, noted == null ? List.of() : noted);
    line("Log", log.toAbsolutePath().normalize());
    line("Lines", lines(found));
    line("First", found.first() == null ? "none" : found.first());
    line("Last", found.last() == null ? "none" : found.last());
    line("Head", found.head() == null ? "none" : found.head());
    if (found.torn() > 0) {
      line(
          "Unfinished",
          found.torn() + " bytes of a line: being written now, or mended at the next start");
    }
    found.faults().forEach(fault -> line("FAULT", fault));
    return found.faults().isEmpty() ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "The lines of the log as JSON, oldest first.")
  int show(
      @Option(names = "--since", paramLabel = "DAY", description = "From this day on.")
          @Nullable LocalDate since,
      @Option(
              names = "--action",
              paramLabel = "ACTION",
              description = "Only these, such as reveal; may be given more than once.")
          @Nullable List<String> actions)
      throws IOException {
    new AuditReader(log()).each(entry -> isWanted(entry, since, actions), JsonLine::print);
    return ExitStatus.OK;
  }

  private static boolean isWanted(
      AuditEntry entry, @Nullable LocalDate since, @Nullable List<String> actions) {
    return (since == null || !entry.at().isBefore(since.atStartOfDay(Morocco.TIME).toInstant()))
        && (actions == null || actions.contains(entry.action()));
  }

  private static String lines(Verification found) {
    return found.unchained() == 0
        ? String.valueOf(found.lines())
        : found.lines() + ", " + found.unchained() + " of them from before there was a chain";
  }

  private Path log() {
    Path log = DataDirectory.auditLog(data);
    if (!Files.exists(log) && !Files.exists(AuditHead.fileOf(log))) {
      throw new Remedy(
          "there is no audit log "
              + log.toAbsolutePath()
              + ": give its data directory with --data");
    }
    return log;
  }

  private static void line(String name, Object value) {
    Terminal.out().printf("%-10s %s%n", name, value);
  }

  /** Reads what verify printed at another time. */
  static final class Head implements ITypeConverter<AuditHead> {
    @Override
    public AuditHead convert(String text) {
      try {
        return AuditHead.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.accounts.ApiKeys;
import org.marsad.index.accounts.ApiKey;
import org.marsad.index.accounts.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys for programs. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "The keys by which programs use the dashboard's API for an account.",
    footer = {"", "Example: ./marsad accounts keys add observer figures --days 30"})
final class AccountKeysCommand extends CommandGroup {
  private static final String OWNER = "The account that the program works for.";

  private record Line(
      String id, String name, Role role, Instant expires, @Nullable LocalDate lastUsed) {
    static Line of(ApiKey key) {
      return new Line(key.id(), key.name(), key.role(), key.expires(), key.lastUsed());
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "The keys of an account.")
  int list(
      @Parameters(paramLabel = "NAME", description = OWNER) String name,
      @Mixin IndexOptions options) {
    try (AccountSession session = AccountSession.open(options)) {
      session.parts().keys().of(session.account(name)).forEach(key -> JsonLine.print(Line.of(key)));
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a key. It is told once, on standard error.")
  int add(
      @Parameters(index = "0", paramLabel = "NAME", description = OWNER) String name,
      @Parameters(index = "1", paramLabel = "FOR", description = "What it is for.") String purpose,
      @Option(
              names = "--role",
              description =
                  "What it may do at most: ${COMPLETION-CANDIDATES} (default: the account's).")
          @Nullable Role role,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "For how long it is good (default: ${DEFAULT-VALUE}).",
              defaultValue = "90")
          int days,
      @Mixin IndexOptions options) {
    ApiKeys.Made made =
        AccountSession.change(
            name,
            "make-key",
            options,
            (parts, owner) -> {
              Role most = Objects.requireNonNullElse(role, owner.role());
              return parts.keys().add(owner, purpose, most, days);
            });
    JsonLine.print(Line.of(made.key()));
    Terminal.err().println("Key            " + made.secret());
    return ExitStatus.OK;
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Ends a key.")
  int remove(
      @Parameters(index = "0", paramLabel = "NAME", description = OWNER) String name,
      @Parameters(index = "1", paramLabel = "ID", description = "The key, as the list shows it.")
          String id,
      @Mixin IndexOptions options) {
    return AccountSession.change(
        name,
        "end-key",
        options,
        (parts, owner) -> {
          parts.keys().remove(owner, id);
          return ExitStatus.OK;
        });
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may use the dashboard. */
@Command(
    name = "accounts",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Who may use the dashboard, and for what.",
    subcommands = AccountKeysCommand.class,
    footer = {
      "",
      "A viewer reads; an annotator also says whether the machine was right; an analyst also sees",
      "what is masked, exports and makes rules; an admin also says who may do what. From the first",
      "account on, which must be an admin's, everybody has to log in. Each command works beside a",
      "running Marsad, which heeds it within a second, and also without one, and is recorded like",
      "what is done on the pages (./marsad audit show). Answers are lines of JSON.",
      "",
      "Example: ./marsad accounts add observer --role analyst"
    })
final class AccountsCommand extends CommandGroup {
  private static final String NAME = "By which its owner logs in.";

  /** What may be shown of an account. */
  private record Line(
      String id,
      String name,
      Role role,
      Instant created,
      boolean disabled,
      @Nullable String issuer) {
    static Line of(Account account) {
      Account.Identity identity = account.identity();
      return new Line(
          account.id(),
          account.name(),
          account.role(),
          account.created(),
          account.disabled(),
          identity == null ? null : identity.issuer());
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "All accounts.")
  int list(@Mixin IndexOptions options) {
    try (AccountSession session = AccountSession.open(options)) {
      session.parts().accounts().all().forEach(account -> JsonLine.print(Line.of(account)));
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account; asks for its password.",
      footer = {"", "Example: ./marsad accounts add observer --role analyst"})
  int add(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.")
          Role role,
      @Mixin PasswordSource password,
      @Mixin IndexOptions options) {
    return show(AccountSession.add(name, role, password.read(), options));
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Gives an account another role. Its sessions end.")
  int role(
      @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
      @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}.")
          Role role,
      @Mixin IndexOptions options) {
    return show(
        AccountSession.change(
            name,
            "change-role",
            options,
            (parts, account) -> parts.accounts().setRole(account, role)));
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives an account another password; asks for it. Its sessions end.")
  int password(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Mixin PasswordSource password,
      @Mixin IndexOptions options) {
    String secret = password.read();
    return show(
        AccountSession.change(
            name,
            "set-password",
            options,
            (parts, account) -> parts.accounts().setPassword(account, secret)));
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Lets nobody log in as this account, and ends its sessions.")
  int disable(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Mixin IndexOptions options) {
    return setDisabled(name, true, options);
  }

  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Lets the account's owner log in again.")
  int enable(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Mixin IndexOptions options) {
    return setDisabled(name, false, options);
  }

  private static int setDisabled(String name, boolean disabled, IndexOptions options) {
    return show(
        AccountSession.change(
            name,
            disabled ? "disable-account" : "enable-account",
            options,
            (parts, account) -> parts.accounts().setDisabled(account, disabled)));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes an account with its keys and sessions. The last admin's stays.")
  int remove(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Mixin IndexOptions options) {
    return AccountSession.change(
        name,
        "remove-account",
        options,
        (parts, account) -> {
          parts.accounts().remove(account);
          parts.keys().removeAll(account);
          return ExitStatus.OK;
        });
  }

  private static int show(Account account) {
    JsonLine.print(Line.of(account));
    return ExitStatus.OK;
  }
}

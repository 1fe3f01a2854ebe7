// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.index.accounts.Account;

/**
 * What a password must be: long, and none that is tried first. There are no rules on its
 * composition, which make passwords worse (NIST SP 800-63B, 3.1.1.2).
 */
final class PasswordRules {
  static final int LEAST_LENGTH = 12;
  static final int MOST_LENGTH = 256;

  /** Of a password without the account's name. */
  private static final int LEAST_REST = 6;

  private static final int LEAST_DIFFERENT = 5;
  private static final Set<String> COMMONEST = read("commonest-passwords.txt");

  private PasswordRules() {}

  /**
   * @throws AccountException if it may not be this account's
   */
  static void check(String password, String accountName) {
    fault(password, accountName)
        .ifPresent(
            fault -> {
              throw new AccountException(
                  AccountException.Cause.INVALID, "The password " + fault + ".");
            });
  }

  /** What is wrong with it, said of "the password"; empty where nothing is. */
  static Optional<String> fault(String password, String accountName) {
    String text = Passwords.normalized(password);
    String plain = Account.key(text);
    long length = text.codePoints().count();
    if (length < LEAST_LENGTH) {
      return Optional.of(
          "is shorter than " + LEAST_LENGTH + " characters; a sentence of some words is good");
    }
    if (length > MOST_LENGTH) {
      return Optional.of("is longer than " + MOST_LENGTH + " characters");
    }
    if (plain.replace(Account.key(accountName), "").length() < LEAST_REST) {
      return Optional.of("is little more than the account's name");
    }
    if (plain.codePoints().distinct().count() < LEAST_DIFFERENT
        || COMMONEST.contains(plain.replaceAll("[\\s._-]", ""))) {
      return Optional.of("is one of those that are tried first; take one that only you would");
    }
    return Optional.empty();
  }

  private static Set<String> read(String name) {
    try (InputStream in = PasswordRules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

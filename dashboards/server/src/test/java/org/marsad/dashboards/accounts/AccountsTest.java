// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexNames;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;
import org.marsad.index.alerts.IndexedShelf;
import org.marsad.model.MovableClock;

/** Accounts, sessions and keys over a real index. */
class AccountsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final String PASSWORD = "four words and a comma";
  private static final Account.Identity IDENTITY =
      new Account.Identity("https://identity.example/", "248289761001");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final AccountIndex index = new AccountIndex(INDEX.connection());
  private final Accounts accounts = new Accounts(index.accounts(), clock);
  private final PasswordCheck check = new PasswordCheck(accounts);
  private final Sessions sessions = new Sessions(index.sessions(), accounts, clock);
  private final ApiKeys keys = new ApiKeys(index.keys(), accounts, clock);

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void theFirstIsAnAdministratorAndTheLastOneStays() {
    assertThat(accounts.someExist()).isFalse();
    assertThatThrownBy(() -> accounts.add("observer", Role.ANALYST, PASSWORD))
        .hasMessageContaining("first account");
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    assertThat(accounts.someExist()).isTrue();
    assertThatThrownBy(() -> accounts.setRole(admin, Role.VIEWER)).hasMessageContaining("last");
    assertThatThrownBy(() -> accounts.setDisabled(admin, true)).hasMessageContaining("last");
    assertThatThrownBy(() -> accounts.remove(admin)).hasMessageContaining("last");
    Account second = accounts.add("deputy", Role.ADMIN, IDENTITY);
    accounts.remove(admin);
    assertThat(accounts.all()).containsExactly(second);
    assertThat(accounts.hasAdministrator()).isTrue();
    assertThatThrownBy(() -> accounts.setRole(admin, Role.VIEWER)).hasMessageContaining("no acc");
  }

  @Test
  void anAccountThatCannotBeRecordedIsNotThere() {
    Account admin = accounts.recorded(accounts.add("chief", Role.ADMIN, PASSWORD), id -> {});
    Account made = accounts.add("observer", Role.ANALYST, PASSWORD);
    assertThatThrownBy(
            () ->
                accounts.recorded(
                    made,
                    id -> {
                      assertThat(id).isEqualTo(made.id());
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessageContaining("full");
    assertThat(accounts.all()).containsExactly(admin);
  }

  @Test
  void hearsWithinASecondOfTheFirstThatAnotherProgramMakes() {
    Accounts another = new Accounts(index.accounts(), clock);
    assertThat(accounts.someExist()).isFalse();
    another.add("chief", Role.ADMIN, PASSWORD);
    accounts.add("observer", Role.ANALYST, PASSWORD);
    assertThat(accounts.someExist()).as("at once where it makes one itself").isTrue();
    Accounts third = new Accounts(index.accounts(), clock);
    assertThat(third.someExist()).isTrue();
    index.accounts().all().forEach(kept -> index.accounts().remove(kept.id()));
    clock.move(Duration.ofDays(1));
    assertThat(third.someExist()).as("even when all are lost").isTrue();
  }

  @Test
  void anAccountOfAnotherReleaseIsOneToo() {
    new IndexedShelf<>(INDEX.connection(), IndexNames.ACCOUNTS, "account", OtherForm.class)
        .put("chief", new OtherForm(List.of("chief")));
    assertThat(accounts.all()).isEmpty();
    assertThat(accounts.someExist()).isTrue();
    assertThatCode(() -> accounts.add("observer", Role.VIEWER, PASSWORD))
        .doesNotThrowAnyException();
  }

  /** What a later release may keep. */
  public record OtherForm(List<String> name) {}

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a b", "a/b", "../x", "<b>bold", "x\u202Ey", "a\u0000b"})
  void refusesNamesThatAreNone(String name) {
    assertThatThrownBy(() -> accounts.add(name, Role.ADMIN, PASSWORD))
        .isInstanceOf(AccountException.class)
        .hasMessageContaining("2 to 64");
  }

  @Test
  void namesAreTakenWhateverTheirCase() {
    Account made = accounts.add("مرصد.Rabat", Role.ADMIN, PASSWORD);
    assertThatThrownBy(() -> accounts.add("مرصد.rabat", Role.VIEWER, PASSWORD))
        .hasMessageContaining("already");
    assertThat(accounts.byName(" مرصد.RABAT ")).contains(made);
    assertThat(accounts.byId(made.id())).contains(made);
    assertThatThrownBy(() -> accounts.add("other", Role.VIEWER, "short"))
        .hasMessageContaining("12");
  }

  @Test
  void letsInWhoeverKnowsThePasswordOnly() {
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    Account outside = accounts.add("outside", Role.VIEWER, IDENTITY);
    assertThat(check.owner("CHIEF", PASSWORD)).contains(admin);
    assertThat(check.owner("chief", PASSWORD + "x")).isEmpty();
    assertThat(check.owner("nobody", PASSWORD)).isEmpty();
    assertThat(check.owner("outside", PASSWORD)).isEmpty();
    assertThat(accounts.byIdentity(IDENTITY.issuer(), IDENTITY.subject())).contains(outside);
    assertThat(accounts.byIdentity("https://other.example/", IDENTITY.subject())).isEmpty();
    Account analyst = accounts.add("observer", Role.ANALYST, PASSWORD);
    accounts.setDisabled(analyst, true);
    assertThat(check.owner("observer", PASSWORD)).isEmpty();
  }

  @Test
  void hashesAnewWhatWasHashedWithLess() {
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    String weak = new Argon2(64, 1, 1).hash(PASSWORD.toCharArray());
    index.accounts().put("chief", admin.withHash(weak));
    Account renewed = check.owner("chief", PASSWORD).orElseThrow();
    assertThat(renewed.passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(check.owner("chief", PASSWORD)).contains(renewed);
  }

  @Test
  void hashesNothingAnewOfAPasswordThatHasChanged() {
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    Account changed = accounts.setPassword(admin, "another four words");
    assertThat(accounts.setHash(admin, Passwords.hash(PASSWORD))).isEqualTo(changed);
    assertThat(check.owner("chief", PASSWORD)).isEmpty();
  }

  @Test
  void aSessionEndsByDisuseByAgeAndByItsOwner() {
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    String token = sessions.open(admin);
    assertThat(sessions.find(token)).contains(admin);
    assertThat(sessions.find(token + "x")).isEmpty();
    assertThat(sessions.find("")).isEmpty();
    for (int hours = 0; hours < 7 * 24 - 11; hours += 11) {
      assertThat(sessions.find(token)).as("after %d hours", hours).contains(admin);
      clock.move(Duration.ofHours(11));
    }
    clock.move(Duration.ofHours(11));
    assertThat(sessions.find(token)).as("after a week of use").isEmpty();
    String idle = sessions.open(admin);
    assertThat(index.sessions().all()).as("those that have ended are cleared away").hasSize(1);
    clock.move(Sessions.IDLE);
    assertThat(sessions.find(idle)).isEmpty();
    String closed = sessions.open(admin);
    sessions.close(closed);
    assertThat(sessions.find(closed)).isEmpty();
  }

  @Test
  void whatChangesAnAccountEndsItsSessionsAtOnce() {
    accounts.add("chief", Role.ADMIN, PASSWORD);
    Account analyst = accounts.add("observer", Role.ANALYST, PASSWORD);
    String first = sessions.open(analyst);
    Account changed = accounts.setPassword(analyst, "another four words");
    assertThat(sessions.find(first)).isEmpty();
    String second = sessions.open(changed);
    changed = accounts.setRole(changed, Role.VIEWER);
    assertThat(sessions.find(second)).isEmpty();
    String third = sessions.open(changed);
    accounts.setDisabled(changed, true);
    changed = accounts.setDisabled(changed, false);
    assertThat(sessions.find(third)).as("not even when enabled again").isEmpty();
    String fourth = sessions.open(changed);
    accounts.remove(changed);
    accounts.add("observer", Role.ANALYST, PASSWORD);
    assertThat(sessions.find(fourth)).as("of a former account of that name").isEmpty();
  }

  @Test
  void aKeyDoesAtMostWhatItsOwnerMay() {
    accounts.add("chief", Role.ADMIN, PASSWORD);
    Account analyst = accounts.add("observer", Role.ANALYST, PASSWORD);
    assertThatThrownBy(() -> keys.add(analyst, "x", Role.ADMIN, 9)).hasMessageContaining("owner");
    assertThatThrownBy(() -> keys.add(analyst, "x", Role.VIEWER, 999)).hasMessageContaining("366");
    assertThatThrownBy(() -> keys.add(analyst, " ", Role.VIEWER, 9)).hasMessageContaining("name");
    ApiKeys.Made made = keys.add(analyst, "nightly figures", Role.ANALYST, 30);
    assertThat(made.secret()).matches("marsad_[\\w-]{43}");
    assertThat(keys.find(made.secret())).map(ApiKeys.Holder::role).contains(Role.ANALYST);
    assertThat(keys.of(analyst).get(0).lastUsed()).hasToString("2026-03-01");
    accounts.setRole(analyst, Role.VIEWER);
    assertThat(keys.find(made.secret())).map(ApiKeys.Holder::role).contains(Role.VIEWER);
    Account disabled = accounts.setDisabled(analyst, true);
    assertThat(keys.find(made.secret())).isEmpty();
    accounts.setDisabled(disabled, false);
    clock.move(Duration.ofDays(30));
    assertThat(keys.find(made.secret())).as("after its days").isEmpty();
  }

  @Test
  void keysAreTheirOwners() {
    Account admin = accounts.add("chief", Role.ADMIN, PASSWORD);
    Account analyst = accounts.add("observer", Role.ANALYST, PASSWORD);
    ApiKeys.Made made = keys.add(analyst, "nightly figures", Role.VIEWER, 30);
    assertThat(keys.of(admin)).isEmpty();
    assertThatThrownBy(() -> keys.remove(admin, made.key().id())).hasMessageContaining("no such");
    keys.remove(analyst, made.key().id());
    assertThat(keys.find(made.secret())).isEmpty();
    for (int i = 0; i < 20; i++) {
      keys.add(analyst, "key " + i, Role.VIEWER, 1);
    }
    assertThatThrownBy(() -> keys.add(analyst, "x", Role.VIEWER, 1)).hasMessageContaining("20");
    keys.removeAll(analyst);
    assertThat(keys.of(analyst)).isEmpty();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.marsad.model.SourceState;
import org.marsad.sources.network.FetchStep;

/**
 * How much a stream may ask for in a day or a month. What it has used up stands in its cursor, so
 * that a restart does not begin anew.
 *
 * @param limit of units or records in a period
 * @param zone whose midnight ends the period
 */
public record Allowance(long limit, Period period, ZoneId zone, Clock clock) {

  /** How long it lasts. */
  public enum Period {
    DAY,
    MONTH
  }

  public long left(Spending spending) {
    return Math.max(0, limit - current(spending).spent());
  }

  public Spending plus(Spending spending, long amount) {
    Spending current = current(spending);
    return new Spending(current.period(), current.spent() + amount);
  }

  /** When a new period begins. */
  public Instant renewedAt() {
    ZonedDateTime now = clock.instant().atZone(zone);
    ZonedDateTime next =
        switch (period) {
          case DAY -> now.toLocalDate().plusDays(1).atStartOfDay(zone);
          case MONTH -> YearMonth.from(now).plusMonths(1).atDay(1).atStartOfDay(zone);
        };
    return next.toInstant();
  }

  /** The period's name: {@code 2026-11-28} or {@code 2026-11}. */
  public String name() {
    ZonedDateTime now = clock.instant().atZone(zone);
    return switch (period) {
      case DAY -> now.toLocalDate().toString();
      case MONTH -> YearMonth.from(now).toString();
    };
  }

  /**
   * Nothing may be asked for until the next period.
   *
   * @param counted what is counted: {@code "units"}
   * @param option the key of the configuration that sets the limit
   */
  public FetchStep.Fault usedUp(String counted, String option) {
    return new FetchStep.Fault(
        SourceState.THROTTLED,
        null,
        "its "
            + limit
            + " "
            + counted
            + " of "
            + name()
            + " are used up ("
            + option
            + "); goes on at "
            + renewedAt(),
        renewedAt());
  }

  private Spending current(Spending spending) {
    return spending.period().equals(name()) ? spending : new Spending(name(), 0);
  }
}

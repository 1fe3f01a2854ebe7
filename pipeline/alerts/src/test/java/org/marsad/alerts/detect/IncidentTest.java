// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final Method.Closing CLOSING = new Method.Closing(0.1, 3);
  private static final Bucket BUCKET = Bucket.noData(LocalDateTime.of(2026, 3, 1, 0, 0));
  private static final String ID = "2026-03-01T00:00";

  private static Incident after(Incident incident, double... ps) {
    Incident state = incident;
    for (double p : ps) {
      Judgement judgement =
          new Judgement(
              Judgement.State.KNOWN,
              OptionalDouble.of(1),
              OptionalLong.of(3),
              Double.isNaN(p) ? OptionalDouble.empty() : OptionalDouble.of(p),
              p < 0.005,
              List.of());
      state = state.after(BUCKET, judgement, CLOSING);
    }
    return state;
  }

  @Test
  void anAlarmOpensAndThreeCalmBucketsClose() {
    Incident open = after(Incident.NONE, 0.5, 0.02, 0.001);

    assertThat(open).isEqualTo(new Incident(ID, 0));
    assertThat(after(open, 0.5, 0.6)).isEqualTo(new Incident(ID, 2));
    assertThat(after(open, 0.5, 0.6, 0.11)).isEqualTo(Incident.NONE);
  }

  @Test
  void whatWaversStaysOneIncident() {
    Incident open = after(Incident.NONE, 0.001);

    assertThat(after(open, 0.5, 0.5, 0.05, 0.5, 0.5, 0.001, 0.5, 0.5).id()).isEqualTo(ID);
  }

  @Test
  void noDataNeitherCalmsNorExcites() {
    Incident open = after(Incident.NONE, 0.001, 0.5, 0.5);

    assertThat(after(open, Double.NaN, Double.NaN)).isEqualTo(open);
    assertThat(after(open, Double.NaN, 0.5)).isEqualTo(Incident.NONE);
  }
}

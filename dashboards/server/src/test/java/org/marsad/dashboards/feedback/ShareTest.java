// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
  /** Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, and 0 of 20. */
  @Test
  void theIntervalIsAsPublished() {
    Share many = Share.of(81, 263);
    assertThat(many).isNotNull();
    assertThat(many.low()).isCloseTo(0.2553, within(0.00005));
    assertThat(many.high()).isCloseTo(0.3662, within(0.00005));

    Share none = Share.of(0, 20);
    assertThat(none).isNotNull();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(0.00005));
  }

  @Test
  void ofNothingThereIsNoShare() {
    assertThat(Share.of(0, 0)).isNull();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.subscription.Tokens;

final class LinksTest {
  @Test
  void idsAreEncodedWhateverIsInThem() {
    Links links =
        new Links(URI.create("https://marsad.example.org/watch"), new Tokens(new byte[32]));
    assertThat(links.incident("hostility@2026-05-04T10:00:00Z"))
        .isEqualTo("https://marsad.example.org/watch/alerts/hostility%402026-05-04T10%3A00%3A00Z");
    assertThat(links.document("a/b c+d"))
        .isEqualTo("https://marsad.example.org/watch/documents/a%2Fb%20c%2Bd");
  }
}

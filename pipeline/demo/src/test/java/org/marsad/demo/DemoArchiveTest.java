// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoArchiveTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);

  @Test
  void theSameDayGivesTheSameArchive() {
    DemoArchive one = DemoArchive.generate(LAST_DAY);
    DemoArchive other = DemoArchive.generate(LAST_DAY);

    for (Outlet outlet : one.outlets()) {
      assertThat(one.articles(outlet)).isEqualTo(other.articles(outlet));
    }
  }

  @Test
  void noArticleIsShort() {
    DemoArchive archive = DemoArchive.generate(LAST_DAY);

    for (Outlet outlet : archive.outlets()) {
      for (Article article : archive.articles(outlet)) {
        String text = String.join(" ", article.paragraphs());
        assertThat(text.split("\\s+").length)
            .as("words of %s%s %s: %s", outlet.id(), article.path(), article.title(), text)
            .isGreaterThanOrEqualTo(120);
      }
    }
  }
}

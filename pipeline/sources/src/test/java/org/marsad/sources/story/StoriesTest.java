// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.Document;
import org.marsad.model.Story;
import org.marsad.model.Story.Role;
import org.marsad.sources.story.StoryText.Half;

/** Which stories articles are found to tell. */
class StoriesTest {
  private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
  private static final StoryText WRITTEN = StoryPairs.texts().get(0);

  private final StoryLinker linker = new StoryLinker(new MapMemory());

  @Test
  void thePageSaysWhatIsMeasured() throws IOException {
    StoryReport report = new StoryReport(StoryPairs.all());
    Path page =
        Path.of(System.getProperty("marsad.home", "../..")).resolve("pipeline/sources/STORIES.md");

    assertThat(report.tables()).isEqualTo(StoryReport.committed(page));
    assertThat(report.figures(Half.TEST, false, StoryReport::isLinked).precision())
        .isGreaterThan(0.95);
    assertThat(report.figures(Half.TEST, true, StoryReport::isLinked).precision())
        .isGreaterThan(0.9);
  }

  @Test
  void aCopyOfACopyTellsTheStoryOfTheFirst() throws IOException {
    String whole = WRITTEN.text();
    String[] paragraphs = whole.split("\n");
    linker.link(print("first", paragraphs[0], START));
    linker.link(print("second", whole, START.plusSeconds(60)));

    Story third = linker.link(print("third", paragraphs[1], START.plusSeconds(120)));

    // It shares no word with the first, but all with the second, which is a copy of the first.
    assertThat(third.id()).isEqualTo("first");
    assertThat(third.role()).isEqualTo(Role.COPY);
    assertThat(third.similarity()).isEqualTo(1);
  }

  @Test
  void anEditKeepsItsStory() throws IOException {
    Story before = linker.link(print("first", WRITTEN.text(), START));
    linker.link(print("other", StoryPairs.texts().get(6).text(), START));

    Story edited =
        linker.link(print("first", StoryPairs.texts().get(6).text(), START.plusSeconds(60)));

    assertThat(edited).isEqualTo(before);
  }

  @Test
  void whatComesAgainAfterAWeekBeginsAnew() throws IOException {
    linker.link(print("first", WRITTEN.text(), START));

    Story week = linker.link(print("week", WRITTEN.text(), START.plus(Duration.ofDays(6))));
    Story later = linker.link(print("later", WRITTEN.text(), START.plus(Duration.ofDays(14))));

    assertThat(week.id()).isEqualTo("first");
    assertThat(later.id()).isEqualTo("later");
    assertThat(later.role()).isEqualTo(Role.ORIGINAL);
  }

  @Test
  void aWireIsAWireWhoeverPrintsItFirst() throws IOException {
    String wire = Wording.inPage(WRITTEN.text(), WRITTEN.language());

    Story first = linker.link(print("first", wire, START));
    Story second = linker.link(print("second", wire, START.plusSeconds(60)));
    Story silent = linker.link(print("third", WRITTEN.text(), START.plusSeconds(120)));

    assertThat(first).isEqualTo(new Story("first", Role.WIRE, 1, "MAP"));
    assertThat(second).isEqualTo(new Story("first", Role.WIRE, 1, "MAP"));
    assertThat(silent).isEqualTo(new Story("first", Role.COPY, 1, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rabat (MAP) - Le conseil s'est réuni.| MAP",
        "انعقد المجلس ومع ذلك لم يصدر بلاغ|",
        "الرباط - و م ع: انعقد المجلس اليوم.| MAP",
        "انعقد المجلس اليوم في الرباط. (و.م.ع)| MAP",
        "انعقد المجلس اليوم في الرباط.\\n(أ ف ب)| AFP",
        "Le conseil s'est réuni.\\n(Avec AFP)| AFP",
        "MADRID, 3 (EUROPA PRESS) - El consejo se reunió.| Europa Press",
        "El consejo se reunió. Fuente: EFE| EFE",
        "RABAT, March 3 (Reuters) - The council met.| Reuters",
        "The council met in Rabat. (AP)| AP",
        "The council met. The map shows where.|",
        "The council met, and this is the map|",
        "Le ministre l'a dit à l'AFP, puis il est parti sans répondre aux autres questions que les"
            + " journalistes lui ont posées à la sortie du conseil, tard dans la soirée de lundi.|",
        "صرح المدير لوكالة المغرب العربي للأنباء بأن الأشغال انتهت ومع ذلك لم تفتح الطريق أمام السير"
            + " بعد لأن المصالح المختصة لم تنه مراقبة جودة الإسفلت في المقطع الأخير من هذه الطريق.|",
      })
  void knowsWhichAgencySigned(String text, @Nullable String agency) {
    assertThat(Agencies.of(null, text.replace("\\n", "\n"))).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "عاجل.. البحرية تنقذ 54 شخصا| البحرية تنقذ 54 شخصًا",
        "بالفيديو: البحرية تنقذ 54 شخصا| البحريّة تنقذ ٥٤ شخصا",
        "Vidéo. Un bateau secouru au large| Un bateau secouru au large",
        "Un bateau secouru au large (vidéo)| UN BATEAU SECOURU AU LARGE",
        "Un bateau secouru au large - Le Journal| URGENT : Un bateau secouru au large",
        "Breaking news: boat rescued off the coast| Boat rescued off the coast",
      })
  void labelsAndNamesDoNotMakeAnotherTitle(String one, String other) {
    assertThat(Titles.normal(one)).isNotNull().isEqualTo(Titles.normal(other));
  }

  @Test
  void aWordThatBeginsLikeALabelStays() {
    assertThat(Titles.normal("Directeur de l'école de Salé"))
        .isNotEqualTo(Titles.normal("de l'école de Salé"));
    assertThat(Titles.normal("Liveryman wins the long race")).startsWith("liveryman");
  }

  @Test
  void everySketchOfAShortTextIsExact() {
    Sketch one = print("a", "one two three four five six seven", START).sketch();
    Sketch part = print("b", "one two three four five", START).sketch();

    assertThat(one.overlap(part).containment()).isEqualTo(1);
    assertThat(one.overlap(part).jaccard()).isEqualTo(0.6);
  }

  private static Fingerprint print(String id, String text, Instant at) {
    Document article = StoryPairs.article(id, null, text, at);
    return Fingerprint.of(article);
  }
}

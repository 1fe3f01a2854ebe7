// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.message.Message.Link;

class MessageWriterTest {
  private static final String SCRIPT = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";

  private final MessageWriter writer = new MessageWriter(Steps.NAMES);

  private Message alert(IncidentStep step, String language) {
    return writer.alert("m-1", step, language, Steps.LINKS);
  }

  private Stream<Message> every(String language) {
    List<Message> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int severity = 0; severity <= 5; severity++) {
        IncidentStep step = Steps.step(kind, Steps.rule(), 1, severity, true, null);
        all.add(alert(step, language));
      }
      all.add(alert(Steps.step(kind), language));
      all.add(alert(Steps.step(kind, null, 1, 5, false, null), language));
    }
    List<IncidentStep> steps = Stream.of(Kind.values()).map(Steps::step).toList();
    all.add(alert(Steps.firstDay(), language));
    all.add(writer.digest("m-2", steps, List.of("outlet-a"), language, Steps.LINKS));
    all.add(writer.confirmation("m-3", "code-1", Steps.reader(language), Steps.LINKS));
    all.add(writer.trouble("m-4", language, List.of("the index does not answer")));
    return all.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "fr", "en"})
  void everyMessageIsCompleteInTextAndHtml(String language) {
    every(language)
        .forEach(
            message -> {
              Document page = Jsoup.parse(message.html());
              Element root = page.expectFirst("html");
              assertThat(root.attr("lang")).isEqualTo(language);
              assertThat(root.attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
              assertThat(page.title()).isEqualTo(message.subject().replace('\u00a0', ' '));
              assertThat(message.subject().length()).isLessThanOrEqualTo(120);
              for (String said : List.of(message.subject(), message.text(), page.text())) {
                for (String fault : List.of("null", "{", "}", "SSA_BLACK", "ma-fes", "DAY")) {
                  assertThat(said).doesNotContain(fault);
                }
              }
              page.select("h1, h2, li, p[dir], td")
                  .forEach(part -> assertThat(oneLine(message.text())).contains(part.text()));
              page.select("a[href]")
                  .forEach(link -> assertThat(message.text()).contains(link.attr("href")));
            });
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void anAlertSaysWhatItRestsOn() {
    String text = alert(Steps.step(Kind.OPENED), "en").text();
    for (String said :
        List.of(
            "Hostility on news sites",
            "A rise has begun.",
            "42 documents where 11 were expected",
            "on the last day, at most 19 by chance; the most on one day: 25",
            "3.8 times as many as expected",
            "from Tuesday 12 May 2026 to Wednesday 13 May 2026",
            "more of these documents than usual, and they are a larger part",
            "4 of 5: dehumanisation or call for exclusion",
            "0.0004",
            "▂▃▂▃▂▂▃▂·▃▃",
            "Outlet A: 21 (expected 4), 55% of the excess",
            "outlet-b: 9 (expected 3.3), 18% of the excess",
            "Darija, Arabic script: 18",
            "Sub-Saharan or Black people: 30",
            "Crime: 25",
            "Fès: 12",
            "Council debates the camp: 14",
            "One story carries it: 22 of the 40 documents",
            "12 different stories from 5 sources",
            "https://outlet-a.example.org/5",
            "https://marsad.example.org/documents/d-5",
            "Outlet A, Tuesday 12 May 2026, 10:00, Arabic, Hostile, intensity 4 of 5, unreviewed, 3"
                + " copies",
            "Unreviewed machine judgement",
            "Silent during the rise: outlet-d.",
            "The model changed",
            "too short a time",
            "classifier whose error rates are known",
            "State of Thursday 14 May 2026, 00:00",
            "Judged by: marsad-linear 0.1.0",
            "https://marsad.example.org/alerts/r-1#acknowledge",
            "https://marsad.example.org/alerts/r-1#false-alarm",
            "https://marsad.example.org/alerts/r-1#mute",
            "https://marsad.example.org/unsubscribe?token=t")) {
      assertThat(text.toLowerCase()).contains(said.toLowerCase());
    }
    assertThat(text).doesNotContain("outlet-c");
  }

  @Test
  void theLimitOfABucketIsSetBesideTheNumbersOfThatBucketAlone() {
    Message message = alert(Steps.firstDay(), "en");
    assertThat(message.text())
        .contains("42 documents where 11 were expected, at most 19 by chance");
    assertThat(message.text()).contains("When: Tuesday 12 May 2026\n");
    assertThat(message.text()).contains("< 0.0001");
    assertThat(message.subject())
        .isEqualTo(
            "[Marsad 3/5] Hostility on news sites: a rise, 42 documents where 11 were expected");
  }

  @Test
  void anEndIsToldShortly() {
    String text = alert(Steps.step(Kind.RESOLVED), "en").text();
    assertThat(text).contains("The rise is over.");
    assertThat(text).contains("Duration: 2 days");
    assertThat(text).contains("Most on one day: 25 documents");
    assertThat(text).contains("42 documents where 11");
    assertThat(text).doesNotContain("Examples");
  }

  @Test
  void oneTextOfTheHighestIntensityNeedsNoNumbers() {
    Message message = alert(Steps.step(Kind.ESCALATED, null, 1, 5, false, null), "en");
    assertThat(message.subject())
        .isEqualTo("[Marsad 5/5] A text with a threat or a call for violence");
    assertThat(message.text()).contains("Published: Tuesday 12 May 2026, 00:00");
    assertThat(message.text()).contains("https://marsad.example.org/documents/d-1");
    assertThat(message.text()).contains("Unreviewed machine judgement");
    assertThat(message.text()).doesNotContain("expected");
    assertThat(message.text()).doesNotContain("#mute");
    assertThat(message.pictures()).isEmpty();
  }

  @Test
  void whatOthersWroteIsNeverMarkupAndNeverASecondLine() {
    Sample sample = Steps.sample("d-1", "javascript:alert(1)", SCRIPT, SCRIPT.repeat(500));
    IncidentStep step =
        Steps.step(
            Kind.OPENED,
            Steps.rule("r", "a\r\nBcc: x@example.org\u202E " + SCRIPT),
            1,
            3,
            false,
            Steps.explanation(List.of(sample)));
    for (String language : Catalogue.LANGUAGES) {
      Message message = alert(step, language);
      Document page = Jsoup.parse(message.html());
      assertThat(page.select("script, [onerror]")).isEmpty();
      assertThat(page.select("img").size()).isEqualTo(1);
      assertThat(message.html()).doesNotContain("javascript:");
      assertThat(message.text()).doesNotContain("javascript:");
      assertThat(message.subject()).doesNotMatch("(?s).*[\\p{Cc}\\u202E].*");
      assertThat(message.text()).doesNotContain("\u202E");
      assertThat(message.text().length()).isLessThan(8_000);
      assertThat(page.text()).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void slursAreMaskedThoughTheirWriterForgot() {
    String slur = "vermin";
    Sample sample = Steps.sample("d-1", null, "They are " + slur, "All " + slur + " out");
    IncidentStep step =
        Steps.step(Kind.OPENED, Steps.rule(), 1, 3, false, Steps.explanation(List.of(sample)));
    assertThat(Foreign.text(Foreign.text("x " + slur, 99), 99))
        .isEqualTo(Foreign.text("x " + slur, 99));
    Message message = alert(step, "en");
    assertThat(message.text()).doesNotContain(slur);
    assertThat(message.html()).doesNotContain(slur);
    assertThat(message.text()).contains("v•••••");
  }

  @Test
  void anArabicMessageKeepsLatinNamesApartAndTimeFromLeftToRight() {
    Message message = alert(Steps.step(Kind.OPENED), "ar");
    assertThat(message.rightToLeft()).isTrue();
    assertThat(message.text()).contains("42 وثيقة في حين كان المتوقع 11");
    assertThat(message.text()).contains("\u2068Outlet A\u2069: 21");
    assertThat(message.text()).contains("\u2066" + Series.columns(Steps.history()) + "\u2069");
    assertThat(message.text()).contains("الثلاثاء 12 ماي 2026");
    assertThat(message.text()).doesNotMatch("(?s).*[٠-٩].*");
  }

  @Test
  void aDigestIsBoundedAndTheWorstComesFirst() {
    List<IncidentStep> steps = new ArrayList<>();
    for (int at = 0; at < 100; at++) {
      steps.add(
          Steps.step(
              Kind.OPENED, Steps.rule("r" + at % 3, "Rule " + at % 3), at, at % 5, at < 7, null));
    }
    steps.add(Steps.step(Kind.ESCALATED, null, 1, 5, false, null));
    Map<Link, String> links = Map.of(Link.INCIDENT, "https://marsad.example.org/x/alerts");
    Message message = writer.digest("m", steps, List.of(), "en", links);
    Document page = Jsoup.parse(message.html());
    assertThat(message.subject()).isEqualTo("[Marsad 5/5] 101 messages on 4 subjects");
    assertThat(page.expectFirst("h2").text()).isEqualTo("Threats and calls for violence");
    assertThat(message.text().split("\n• (A rise|One text)", -1).length - 1).isEqualTo(40);
    assertThat(message.text()).contains("61 more are not listed here.");
    assertThat(message.text()).contains("7 of them are old news");
    assertThat(message.text()).contains("https://marsad.example.org/x/alerts/d-1\n");
    assertThat(message.steps().size()).isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "fr", "en"})
  void aDigestNamesTheSourcesThatAreSilent(String language) {
    List<IncidentStep> steps = Stream.of(Kind.values()).map(Steps::step).toList();
    List<String> silent =
        Stream.iterate(1, at -> at + 1).limit(22).map(at -> "quiet-" + at).toList();
    String text = writer.digest("m", steps, silent, language, Steps.LINKS).text();
    assertThat(text).contains("quiet-1", "quiet-20", "(+2)").doesNotContain("quiet-21");
    assertThat(writer.digest("m", steps, List.of(), language, Steps.LINKS).text())
        .doesNotContain("quiet");
  }

  @ParameterizedTest
  @CsvSource({
    "ar, ?, أُغفلت من أرقام هذا الارتفاع, أُغفل مما يحمل الارتفاع, قيمتان محجوبتان",
    "fr, ?, sont omis des chiffres de cette hausse, omis de ce qui porte, 2 valeurs ne sont pas",
    "en, ?, left out of the figures of this rise, left out of what carries, 2 values are not told"
  })
  void whatIsWithheldIsSaid(
      String language, String mark, String ofRise, String ofParts, String ofChart) {
    IncidentStep step = Steps.withheld(Kind.OPENED);
    Message message = alert(step, language);
    assertThat(message.text()).contains(mark, ofRise, ofParts, ofChart);
    assertThat(message.html()).contains(ofRise, ofParts, ofChart);
    assertThat(alert(Steps.step(Kind.OPENED), language).text()).doesNotContain(ofRise, ofChart);
    String digest = writer.digest("m", List.of(step), List.of(), language, Steps.LINKS).text();
    assertThat(digest).contains(ofRise);
  }

  @Test
  void aDigestOfOldNewsSaysSoInItsSubject() {
    IncidentStep old = Steps.step(Kind.OPENED, Steps.rule(), 1, 3, true, null);
    Message message = writer.digest("m", List.of(old), List.of(), "en", Steps.LINKS);
    assertThat(message.subject())
        .isEqualTo("[Marsad 3/5] While Marsad was away: 1 message on 1 subject");
  }

  @Test
  void aConfirmationSaysWhatWasAskedForAndNotByWhom() {
    Message message = writer.confirmation("m", "k7-Q", Steps.reader("en"), Steps.LINKS);
    assertThat(message.text()).contains("Rules: hostile, calls-for-violence");
    assertThat(message.text()).contains("How often: once a day");
    assertThat(message.text()).contains("22:00 to 07:30 (Africa/Casablanca)");
    assertThat(message.text()).contains("20 messages a day");
    assertThat(message.text()).contains("https://marsad.example.org/confirm?token=t");
    assertThat(message.text()).contains("\nk7-Q\n");
    assertThat(message.text()).contains("If it was not you");
    assertThat(message.html()).doesNotContain("reader@example.org");
  }

  @Test
  void troubleIsListedAndBounded() {
    List<String> faults =
        Stream.iterate(0, at -> at + 1).limit(50).map(at -> "fault " + at).toList();
    Message message = writer.trouble("m", "de", faults);
    assertThat(message.language()).isEqualTo("en");
    assertThat(message.text()).contains("• fault 39\n");
    assertThat(message.text()).doesNotContain("fault 40");
    assertThat(message.text()).contains("10 more faults");
  }

  @Test
  void anAlertBringsItsPicture() {
    Message message = alert(Steps.step(Kind.OPENED), "en");
    Element picture = Jsoup.parse(message.html()).expectFirst("img");
    assertThat(message.pictures().get("sparkline")).isNotNull();
    assertThat(picture.attr("src")).isEqualTo("cid:sparkline");
    assertThat(picture.attr("alt")).contains("25 on Wednesday 13 May 2026");
    assertThat(picture.attr("alt")).contains("For 1 value there is no data.");
  }
}

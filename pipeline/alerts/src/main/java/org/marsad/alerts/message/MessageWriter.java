// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.message.Message.Kind;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.subscription.Subscription;

/**
 * Writes what subscribers and operators read, in their language (English where it is none of ar, fr
 * and en).
 *
 * <p>Whatever comes from outside is treated as hostile: it is masked, freed of control characters
 * and marks of direction, cut, and set as text. Only addresses of the web become links.
 */
public final class MessageWriter implements Letters {
  private static final int MOST_OF_SUBJECT = 120;
  private static final int MOST_OF_FAULT = 500;
  private static final int MOST_FAULTS = 40;

  private final Names names;

  public MessageWriter(Names names) {
    this.names = names;
  }

  @Override
  public Message alert(String id, IncidentStep step, String language, Map<Link, String> links) {
    Catalogue words = Catalogue.of(language);
    String what = new StepWords(words).headline(step);
    String subject =
        subject(words.text("subject", Map.of("severity", step.severity(), "what", what)));
    Sheet sheet = new Sheet(words, subject);
    new AlertPage(words, names).write(step, links, sheet);
    unsubscribe(words, links, sheet);
    List<HistoryPoint> points = ChartWords.shown(step);
    Map<String, Supplier<byte[]>> pictures =
        points.isEmpty()
            ? Map.of()
            : Map.of(ChartWords.PICTURE, () -> Sparkline.png(points, step.from()));
    return message(id, Kind.ALERT, words, subject, sheet, pictures, List.of(step), links);
  }

  @Override
  public Message digest(
      String id,
      List<IncidentStep> steps,
      List<String> silent,
      String language,
      Map<Link, String> links) {
    Catalogue words = Catalogue.of(language);
    boolean old = steps.stream().allMatch(IncidentStep::catchUp);
    String what =
        words.text(
            old ? "subject.DIGEST.catchUp" : "subject.DIGEST",
            Map.of("count", steps.size(), "rules", DigestPage.rules(steps)));
    int worst = steps.stream().mapToInt(IncidentStep::severity).max().orElse(0);
    String subject = subject(words.text("subject", Map.of("severity", worst, "what", what)));
    Sheet sheet = new Sheet(words, subject);
    new DigestPage(words, names).write(steps, silent, links, sheet);
    unsubscribe(words, links, sheet);
    return message(id, Kind.DIGEST, words, subject, sheet, Map.of(), steps, links);
  }

  @Override
  public Message confirmation(String id, String code, Subscription asked, Map<Link, String> links) {
    Catalogue words = Catalogue.of(asked.language());
    String subject = subject(words.text("subject.CONFIRMATION"));
    Sheet sheet = new Sheet(words, subject);
    new ConfirmationPage(words).write(code, asked, links, sheet);
    return message(id, Kind.CONFIRMATION, words, subject, sheet, Map.of(), List.of(), links);
  }

  @Override
  public Message trouble(String id, String language, List<String> faults) {
    Catalogue words = Catalogue.of(language);
    String subject = subject(words.text("subject.TROUBLE"));
    Sheet sheet = new Sheet(words, subject);
    sheet.title(words.text("trouble.title"));
    sheet.say(words.text("trouble.lead"));
    sheet.list(
        faults.stream()
            .limit(MOST_FAULTS)
            .map(fault -> Foreign.text(fault, MOST_OF_FAULT))
            .map(fault -> Isolation.within(words.rightToLeft(), fault))
            .toList());
    if (faults.size() > MOST_FAULTS) {
      sheet.say(words.text("trouble.more", Map.of("count", faults.size() - MOST_FAULTS)));
    }
    return message(id, Kind.TROUBLE, words, subject, sheet, Map.of(), List.of(), Map.of());
  }

  private static void unsubscribe(Catalogue words, Map<Link, String> links, Sheet sheet) {
    Foreign.address(links.get(Link.UNSUBSCRIBE))
        .ifPresent(page -> sheet.links(Map.of(words.text("action.unsubscribe"), page)));
  }

  private static String subject(String line) {
    return Foreign.cut(line, MOST_OF_SUBJECT);
  }

  private static Message message(
      String id,
      Kind kind,
      Catalogue words,
      String subject,
      Sheet sheet,
      Map<String, Supplier<byte[]>> pictures,
      List<IncidentStep> steps,
      Map<Link, String> links) {
    return new Message(
        id,
        kind,
        words.language(),
        words.rightToLeft(),
        subject,
        sheet.text(),
        sheet.html(),
        pictures,
        steps,
        links);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.alerts.channel.AtomFeed;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.message.MessageWriter;
import org.marsad.alerts.message.Names;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.pages.Pages;

/** The latest step of each incident for feed readers, in the words of messages: /alerts.atom. */
public final class AlertFeed {
  private static final int MOST = 50;
  private static final String MEDIA_TYPE = "application/atom+xml";
  private static final Parameter<String> RULE =
      Parameter.text("rule", "The id of a rule; without it all.");
  private static final Parameter<String> LANGUAGE =
      Parameter.text("ui", "The language: ar, fr or en; without it the reader's.");
  private static final Map<String, String> TITLES =
      Map.of("ar", "مرصد: التنبيهات", "fr", "Marsad : alertes", "en", "Marsad: alerts");

  private final IncidentLog incidents;
  private final MessageWriter writer;

  public AlertFeed(IncidentLog incidents, Names names) {
    this.incidents = incidents;
    this.writer = new MessageWriter(names);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/alerts.atom")
            .access(Access.READ)
            .summary("Tells the latest step of each incident to feed readers")
            .parameters(RULE, LANGUAGE)
            .answers(200, MEDIA_TYPE)
            .handle(this::answer));
  }

  private void answer(Request request) {
    Context context = request.context();
    String language = Pages.language(request.find(LANGUAGE), context.header("Accept-Language"));
    String rule = request.find(RULE);
    String base = context.scheme() + "://" + context.host() + "/";
    List<IncidentStep> steps = incidents.latest(rule, null, MOST);
    String query =
        Stream.of("ui=" + language, rule == null ? "" : "rule=" + encoded(rule))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    String feed =
        AtomFeed.write(
            steps.stream().map(step -> entry(step, language, base)).toList(),
            new AtomFeed.Head(
                TITLES.getOrDefault(language, "Marsad"),
                URI.create(base + "alerts.atom?" + query),
                URI.create(base + "alerts?" + query),
                language,
                steps.isEmpty() ? Instant.EPOCH : steps.get(0).to()));
    context
        .contentType(MEDIA_TYPE + "; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(feed);
  }

  private AtomFeed.Entry entry(IncidentStep step, String language, String base) {
    String link = base + "alerts/" + encoded(step.incidentId());
    Message message = writer.alert(step.key(), step, language, Map.of(Message.Link.INCIDENT, link));
    return new AtomFeed.Entry(
        AtomFeed.entryId(URI.create(base).getHost(), step),
        step.to(),
        message.subject(),
        paragraphs(message.text()),
        URI.create(link + "?ui=" + language),
        language);
  }

  private static String paragraphs(String text) {
    return Stream.of(text.split("\n{2,}"))
        .map(part -> "<p dir=\"auto\">" + escaped(part.strip()).replace("\n", "<br>") + "</p>")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

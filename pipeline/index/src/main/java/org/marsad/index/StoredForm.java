// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.Json;
import org.marsad.model.Rejection;

/** How things look in the index; the README of this module describes the fields. */
final class StoredForm {
  /** What an assessment claims; an unclassified text has none of these, and so is never counted. */
  private static final List<String> JUDGEMENTS =
      List.of("relevant", "relevance", "stance", "hostility", "offensive", "intensity");

  private StoredForm() {}

  static byte[] of(Document document, int version) {
    ObjectNode json = Json.MAPPER.valueToTree(document);
    json.put(
        "date",
        (document.published() == null ? document.captured() : document.published()).toString());
    json.put("version", version);
    if (document.assessment() != null && !document.assessment().classified()) {
      json.withObject("/assessment").remove(JUDGEMENTS);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What is searched for, beside the step as a whole, which is only carried. */
  static byte[] of(IncidentStep step, Instant written) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("incidentId", step.incidentId());
    if (step.rule() != null) {
      json.put("ruleId", step.rule().id());
    }
    json.put("kind", step.kind().name());
    json.put("number", step.number());
    json.put("from", step.from().toString());
    json.put("to", step.to().toString());
    json.put("at", written.toString());
    json.put("severity", step.severity());
    json.put("sent", false);
    json.set("body", Json.MAPPER.valueToTree(step));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same fault of the same input is the same rejection, however often it comes back. */
  static String id(Rejection rejection) {
    return DocumentIds.ofNativeId(
        rejection.stage() + " " + rejection.reason(), rejection.reference());
  }

  static String versionId(String documentId, int version) {
    return documentId + "@" + version;
  }
}

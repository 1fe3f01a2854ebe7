// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.train.Feedback;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

class FeedbackApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @TempDir Path folder;

  @Test
  void handsOutARandomTextWithoutTheModelsAnswer() throws Exception {
    JsonNode item = SERVER.api().json("/api/feedback/next?queue=random").get("item");

    assertThat(item.get("blind").asBoolean()).isTrue();
    assertThat(item.has("said")).isFalse();
    assertThat(item.at("/text/marks")).isEmpty();
    assertThat(item.get("contentHash").asText()).hasSize(64);
    assertThat(item.toString()).doesNotContain("hostility", "intensity", "\"reason\"");
    String skipped = item.get("contentHash").asText();
    JsonNode other = SERVER.api().json("/api/feedback/next?queue=random&skip=" + skipped);
    assertThat(other.at("/item/contentHash").asText()).isNotEqualTo(skipped);
  }

  @Test
  void masksUntilItIsRevealedOnPurposeToWhoeverJudgesIt() throws Exception {
    String path = "/api/feedback/documents/" + SampleDocuments.MASKED_ID;
    JsonNode shown = SERVER.api().json(path);
    assertThat(shown.get("masked").asBoolean()).isTrue();
    assertThat(shown.toString().toLowerCase(Locale.ROOT))
        .contains("z•••••••")
        .doesNotContain(SampleDocuments.SLUR);
    assertThat(shown.at("/said/RELEVANT/0").asText()).isEqualTo("true");

    HttpResponse<String> refused =
        api()
            .send(
                api()
                    .request("/api/feedback/documents/report-30-0/reveal")
                    .POST(BodyPublishers.noBody()));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("given a text to judge");
    JsonNode item = SERVER.api().json("/api/feedback/next?queue=uncertain").get("item");
    String id = item.get("id").asText();
    HttpResponse<String> revealed =
        api()
            .send(
                api()
                    .request("/api/feedback/documents/" + id + "/reveal?queue=uncertain")
                    .POST(BodyPublishers.noBody()));
    assertThat(revealed.statusCode()).as(revealed.body()).isEqualTo(200);
    assertThat(api().audited()).contains("reveal document " + id);
  }

  @Test
  void anAnswerIsRecordedAndTellsThatThePersonHasSeenIt() throws Exception {
    String id = "hostile-44-0";
    assertThat(api().json("/api/documents/" + id).at("/document/reviewed").isMissingNode())
        .isTrue();

    HttpResponse<String> answer =
        say(id, "'queue':'OWN','relevant':true,'stance':'HOSTILE','intensity':2,'frames':[]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Json.MAPPER.readTree(answer.body()).get("mine").asInt()).isPositive();
    assertThat(api().audited()).contains("label document " + id);
    assertThat(api().json("/api/documents/" + id).at("/document/reviewed").asText())
        .isEqualTo("CONFIRMED");
    JsonNode mine = api().json("/api/feedback/documents/" + id).get("mine");
    assertThat(mine.at("/STANCE/values/0").asText()).isEqualTo("HOSTILE");
    assertThat(mine.at("/FRAMES/values")).isEmpty();

    assertThat(say(id, "'queue':'OWN','intensity':3,'cannotSay':['stance']").statusCode())
        .isEqualTo(200);
    assertThat(api().json("/api/documents/" + id).at("/document/reviewed").asText())
        .isEqualTo("CORRECTED");
    assertThat(
            api().json("/api/feedback/documents/" + id).at("/mine/STANCE/values").isMissingNode())
        .isTrue();
    assertThat(api().json("/api/search?q=quitter&size=100").toString())
        .contains("\"reviewed\":\"CORRECTED\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'queue':'OWN' | relevant and all other layers are missing",
        "'relevant':true | queue is missing",
        "'queue':' ','relevant':true | queue is missing",
        "'queue':'SOME','relevant':true | queue is none of",
        "'queue':'OWN','relevant':'yes' | relevant is not true or false",
        "'queue':'OWN','stance':'KIND' | stance is none of",
        "'queue':'OWN','intensity':6 | intensity is none of [0, 1",
        "'queue':'OWN','targets':['MARTIAN'] | targets is none of",
        "'queue':'OWN','frames':['CRIME','CRIME'] | frames is none of",
        "'queue':'OWN','mood':'bad' | mood is not known",
        "'queue':'OWN','relevant':false,'stance':'NEUTRAL' | neither stance nor intensity",
        "'queue':'OWN','stance':'HOSTILE','intensity':1 | intensity is below 2",
        "'queue':'OWN','cannotSay':['weather'] | cannotSay holds what is none of",
        "'queue':'OWN','relevant':true,'cannotSay':['relevant'] | which is answered too",
      })
  void tellsWhatIsWrongWithAnAnswer(String body, String told) throws Exception {
    HttpResponse<String> answer = say("hostile-44-1", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(Json.MAPPER.readTree(answer.body()).get("detail").asText()).contains(told);
  }

  @Test
  void anAnswerIsAboutTheWordingThatWasRead() throws Exception {
    HttpResponse<String> stale =
        api()
            .post(
                "/api/feedback/documents/" + SampleDocuments.EDITED_ID,
                "{\"contentHash\":\"" + "0".repeat(64) + "\",\"queue\":\"OWN\",\"relevant\":true}");

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("edited since");
  }

  @Test
  void whatIsNotThereOrErasedOrUnreadCannotBeJudged() throws Exception {
    String path = "/api/feedback/documents/";
    String body = "{\"contentHash\":\"0\",\"queue\":\"OWN\",\"relevant\":true}";
    assertThat(api().post(path + "never", body).statusCode()).isEqualTo(404);
    SERVER.erase("feedback-erased", "on-request", Instant.now());
    assertThat(api().post(path + "feedback-erased", body).statusCode()).isEqualTo(410);
    assertThat(api().get(path + "unread").statusCode()).isEqualTo(422);
    assertThat(api().get("/api/feedback/next?queue=all").statusCode()).isEqualTo(400);
  }

  @Test
  void exportsWhatTheTrainingReadsAndRecordsIt() throws Exception {
    assertThat(
            say("support-3-0", "'queue':'RANDOM','relevant':true,'stance':'SUPPORTIVE'")
                .statusCode())
        .isEqualTo(200);

    HttpResponse<String> export = api().get("/api/feedback/export.jsonl");

    assertThat(export.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/jsonl");
    assertThat(export.body()).contains("SUPPORTIVE");
    Path file = Files.writeString(folder.resolve("export.jsonl"), export.body());
    assertThat(Feedback.read(List.of(file)).size()).isPositive();
    assertThat(api().audited()).contains("export feedback all");
  }

  @Test
  void tellsAgreementOfEveryLayerAndQualityOfTheRandomSample() throws Exception {
    assertThat(
            say("neutral-5-0", "'queue':'RANDOM','relevant':true,'stance':'CRITICAL_POLICY'")
                .statusCode())
        .isEqualTo(200);

    JsonNode agreement = api().json("/api/feedback/agreement");
    assertThat(agreement.findValuesAsText("layer")).contains("RELEVANT", "FRAMES");
    JsonNode quality = api().json("/api/feedback/quality");
    assertThat(quality.findValuesAsText("model")).contains("sample-1");
    assertThat(quality.toString()).contains("\"truth\":\"CRITICAL_POLICY\"");
    JsonNode share = quality.get(0).get("right");
    assertThat(share.get("low").asDouble()).isLessThanOrEqualTo(share.get("share").asDouble());
  }

  private static SampleApi api() {
    return SERVER.api();
  }

  private static HttpResponse<String> say(String id, String body) throws Exception {
    String hash = api().json("/api/documents/" + id).at("/document/contentHash").asText();
    return api()
        .post(
            "/api/feedback/documents/" + id,
            ("{'contentHash':'" + hash + "'," + body + "}").replace('\'', '"'));
  }
}

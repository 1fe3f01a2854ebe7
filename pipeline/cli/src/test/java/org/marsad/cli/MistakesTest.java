// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.index.query.RejectionGroup;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import picocli.CommandLine;

/** Mistakes that a user can mend are told with the remedy, before anything is started. */
class MistakesTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;

  private record Ended(int status, String err) {}

  private static Ended call(String... arguments) {
    StringWriter err = new StringWriter();
    int status = Marsad.execute(new PrintWriter(err, true), arguments);
    return new Ended(status, err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "run --port 70000, 70000 is no port",
    "demo --port -1, -1 is no port",
    "doctor --port many, many is no port",
    "demo --outlet-port 65533, leaves no room",
    "demo --outlet-port 0, leaves no room",
    "run --elasticsearch localhost:9200, http://localhost:9200",
    "import --elasticsearch ftp://x a.jsonl, http://localhost:9200",
    "extract --url nowhere page.html, https://outlet.example/article",
    "discover hespress.com, did you mean https://hespress.com?",
    "discover pom.xml, it is a file here",
    "discover ftp://outlet.example/, give one such as https://outlet.example/",
    "discover http:///feed, give one such as https://outlet.example/",
    "backfill hespress, --from",
    "backfill hespress --from 2026-13-01, 2026-13-01 is no date; give one such as 2026-01-31",
    "backfill hespress --from yesterday, yesterday is no date",
    "backfill hespress --from 2026-02-01 --to 2026-01-31, lies after the last day",
    "backfill hespress --from 2026-01-01 --max 0, --max must be from 1",
    "erase --before soon, soon is no date",
    "evaluate, --gates",
    "evaluate --set a.jsonl --gates, mutually exclusive",
    "evaluate --set a.jsonl data, takes no DATA",
    "evaluate --report classifiers, needs DATA",
    "evaluate --report classifiers data --json, leave --json away",
    "detect --granularity week a.csv, 'HOUR'",
    "detect --zone Nowhere a.csv, --zone",
    "'import --map text=a,text=b pom.xml --format csv', names text twice",
  })
  void aWrongValueIsAUsageFault(String line, String told) {
    Ended ended = call(line.split(" "));

    assertThat(ended.err()).contains(told);
    assertThat(ended.status()).isEqualTo(ExitStatus.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "hespres, did you mean hespress",
    "www.hespress.com, did you mean hespress?",
    "nothing-like-it-at-all, give an id of outlets.yaml",
    "pom.xml, it is a file here: take files in with ./marsad import",
    "http:///sitemap.xml, is no http(s) URL",
  })
  void aBackfillOfWhatIsNoOutletNamesThoseThatAreNear(String target, String told) {
    Ended ended =
        call(
            "backfill",
            target,
            "--from",
            "2026-01-01",
            "--data",
            folder.resolve("data").toString());

    assertThat(ended.err()).contains(told);
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aTakenOutletPortIsNamedWithTheOption() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = Math.min(taken.getLocalPort(), 65_000);
      Ended ended =
          call("demo", "--data", folder.resolve("data").toString(), "--outlet-port", "" + port);

      assertThat(ended.err()).contains("" + port).contains("--outlet-port");
      assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'a','relevant':true};rubbish|set.jsonl:2: the line is no JSON",
        "{'text':'a','stance':'KIND'}|set.jsonl:1: KIND is no stance",
        "{'title':'a'}|set.jsonl:1: no text",
        ";|is empty",
        "{'text':'a'}|no labels",
      })
  void evaluateSaysWhatASetLacks(String lines, String told) throws IOException {
    Path set =
        Files.writeString(
            folder.resolve("set.jsonl"), lines.replace('\'', '"').replace(';', '\n') + "\n");

    Ended ended = call("evaluate", "--set", set.toString());

    assertThat(ended.err()).contains(told);
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
  }

  @Test
  void evaluateWantsAFile() {
    Ended ended = call("evaluate", "--set", folder.toString());

    assertThat(ended.err()).contains("is a folder").contains("--set");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
  }

  @ParameterizedTest
  @CsvSource({"--gates", "--report ."})
  void evaluateSaysWhatADataFolderLacks(String kind) throws IOException {
    String[] arguments = ("evaluate " + kind + " " + folder).split(" ");
    Ended without = call(arguments);
    Path reference = Files.createDirectories(folder.resolve("hostility/gold-dev"));
    Files.writeString(reference.resolve("gold-dev.jsonl"), "{\"text\":\"a\",\"relevant\":false}\n");
    Ended unlabelled = call(arguments);

    assertThat(without.err()).contains("give the folder that holds hostility/gold-dev");
    assertThat(without.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(unlabelled.err()).contains("gold-dev.jsonl:1: the text needs the labels language");
    assertThat(unlabelled.status()).isEqualTo(ExitStatus.ENVIRONMENT);
  }

  @Test
  void evaluateWritesItsReportOnlyIntoAFolder() {
    Ended ended = call("evaluate", "--report", folder.resolve("none").toString(), "data");

    assertThat(ended.err()).contains("is no folder").contains("--report");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
  }

  @Test
  void trainTellsTheFaultsOfAllFeedbackBeforeItTrains() throws IOException {
    Files.createDirectory(folder.resolve("hostility"));
    Path one = Files.writeString(folder.resolve("one.jsonl"), "rubbish\n{\"text\":\"a\"}\n");

    Ended ended =
        call(
            "train",
            folder.toString(),
            "--feedback",
            one.toString(),
            "--feedback",
            folder.resolve("absent.jsonl").toString(),
            "--out",
            folder.resolve("models").toString());

    assertThat(ended.err())
        .contains("one.jsonl:1: no JSON")
        .contains("one.jsonl:2: no \"relevant\"; say true or false")
        .contains("absent.jsonl cannot be read");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(folder.resolve("models")).doesNotExist();
  }

  @Test
  void aRehearsalOnAHandfulOfTextsIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("hostility"));

    Ended ended = call("train", folder.toString(), "--rehearse", "5");

    assertThat(ended.err()).contains("at least 50 texts of each set");
    assertThat(ended.status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void trainDoesNotReplaceModelsThatItCannotMeasure() throws IOException {
    Files.createDirectory(folder.resolve("hostility"));
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.writeString(models.resolve("manifest.json"), "rubbish");

    Ended ended = call("train", folder.toString(), "--out", models.toString());

    assertThat(ended.err()).contains(models + ", cannot be measured").contains("--even-if-worse");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(models.resolve("manifest.json")).hasContent("rubbish");
  }

  @Test
  void theFaultsOfAllFilesAreToldAtOnce() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(ShippedConfiguration.settingsOr(null))
                .replace("host: 127.0.0.1", "host: 0.0.0.0"));
    Path outlets = Files.writeString(folder.resolve("badout.yaml"), "outlets: []\n");
    Path networks = Files.writeString(folder.resolve("badnet.yaml"), "networks: []\n");

    Ended ended =
        call(
            "run",
            "--config",
            settings.toString(),
            "--outlets",
            outlets.toString(),
            "--networks",
            networks.toString());

    assertThat(ended.err())
        .contains("dashboard.host")
        .contains("SSH")
        .contains("badout.yaml:1")
        .contains("badnet.yaml:1");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT);
  }

  @Test
  void helpNamesTheRealDataDirectory() {
    assertThat(new IndexOptions().data).isEqualTo(Path.of("./data"));
    new CommandLine(new Marsad())
        .getSubcommands()
        .values()
        .forEach(command -> assertThat(command.getUsageMessage()).doesNotContain("default: null"));
    assertThat(new CommandLine(new DemoCommand()).getUsageMessage())
        .contains("(default: ./data/demo)");
    assertThat(new CommandLine(new ImportCommand()).getUsageMessage())
        .contains("(default: ./data)");
  }

  @Test
  void aLockedDirectorySaysWhatGoesBesideIt() throws Exception {
    Path root = folder.resolve("data");
    byte[] key = SecretKey.PSEUDONYMS.in(root).bytes();
    try (DataDirectory held = DataDirectory.open(root)) {
      held.tell(URI.create("http://127.0.0.1:9999"));
      try (MarsadProcess second = MarsadProcess.start(folder, "run", "--data", root.toString())) {
        assertThat(second.awaitExit(LIMIT)).isEqualTo(3);
        assertThat(second.err())
            .contains("./marsad import and backfill with --data " + root + " go into its index");
        assertThat(DataDirectory.runningIndex(root)).hasToString("http://127.0.0.1:9999");
      }
      assertThat(SecretKey.PSEUDONYMS.in(root).bytes())
          .isEqualTo(key)
          .isEqualTo(held.pseudonymKey().bytes());
    }
    assertThat(DataDirectory.isInUse(root)).isFalse();
  }

  @Test
  void doctorFindsARunningMarsadWell() throws Exception {
    Path root = folder.resolve("data");
    HttpServer dashboard =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dashboard.createContext(
        "/health/live",
        exchange -> {
          byte[] body = "{\"status\":\"live\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    dashboard.start();
    String port = "" + dashboard.getAddress().getPort();
    try (DataDirectory held = DataDirectory.open(root);
        MarsadProcess doctor =
            MarsadProcess.start(
                folder, "doctor", "--data", held.root().toString(), "--port", port)) {
      doctor.awaitExit(LIMIT);
      assertThat(doctor.out())
          .contains("ok    index: the data directory is in use by a running Marsad")
          .contains("ok    dashboard port: " + port);
      assertThat(doctor.err()).contains("polling.user-agent");
    } finally {
      dashboard.stop(0);
    }
  }

  @Test
  void whatIsKeptIsTheOwnersAlone() throws IOException {
    Path root = folder.resolve("data");
    try (DataDirectory data = DataDirectory.open(root)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.auditLog())))
          .isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> DataDirectory.open(Path.of("/dev/null/data")))
        .isInstanceOf(Remedy.class);
  }

  @Test
  void rejectionsAreSummedUpWithAnExample() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Rejection example =
        new Rejection("s", Stage.READ, "malformed-json", "no JSON", "a.jsonl:7", Instant.EPOCH);

    RejectionAccount.print(
        new ImportSummary(5, 2, 0, 3, 1, 5),
        List.of(new RejectionGroup(3, example)),
        "there",
        new PrintStream(err, true, UTF_8));

    assertThat(err.toString(UTF_8))
        .contains("3 of 5 were rejected")
        .contains("3 × read malformed-json, for example a.jsonl:7: no JSON")
        .contains("there");
  }
}

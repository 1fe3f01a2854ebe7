// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.detect.Judgement;
import org.marsad.alerts.detect.SeriesWatch;
import org.marsad.alerts.series.CountSeries;
import org.marsad.alerts.series.RowFault;
import org.marsad.alerts.series.SeriesException;
import org.marsad.alerts.series.SeriesReader;
import org.marsad.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the rises in a series of counts. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Finds the rises in a series of counts: one JSON line a day or hour.",
    footer = {
      "",
      "In:  rows of timestamp,count or timestamp,count,total below that header; ISO-8601.",
      "     With a total, the share is judged too. Finer rows are summed up.",
      "Out: {\"timestamp\":…,\"count\":…,\"expected\":…,\"upper\":…,\"p\":…,\"alarm\":…,\"incident\":…,",
      "     \"reason\":…} for each day or hour in order, judged by those before it alone; a gap",
      "     has no count and the reason \"no data\". First, for each row with a fault,",
      "     {\"row\":…,\"error\":…}; the run then ends with status 1.",
      "",
      "Example: ./marsad detect hostile-per-day.csv",
      "Example: ./marsad detect --granularity hour --zone Africa/Casablanca - < counts.csv"
    })
final class DetectCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Parameters(paramLabel = "FILE", description = "The counts; - reads standard input.")
  String file = STANDARD_INPUT;

  @Option(
      names = "--granularity",
      paramLabel = "hour|day",
      description = "How long each bucket is; else inferred from the rows.")
  @Nullable Granularity granularity;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose clock the times follow, such as Africa/Casablanca; else as written.")
  @Nullable ZoneId zone;

  @Override
  public Integer call() {
    CountSeries series = read();
    for (RowFault fault : series.faults()) {
      Terminal.out()
          .println(
              Json.MAPPER.createObjectNode().put("row", fault.row()).put("error", fault.message()));
    }
    SeriesWatch watch = new SeriesWatch(series.granularity().method());
    for (int i = 0; i < series.buckets().size(); i++) {
      Terminal.out().println(line(series.timestamps().get(i), watch.next(series.buckets().get(i))));
    }
    return series.faults().isEmpty() ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }

  private CountSeries read() {
    try (InputStream in =
            file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return new SeriesReader(granularity, zone).read(lines);
    } catch (SeriesException fault) {
      throw new Remedy(file + ": " + fault.getMessage(), fault);
    } catch (IOException fault) {
      throw new Remedy(file + " cannot be read: give a CSV file, or - for standard input", fault);
    }
  }

  private static ObjectNode line(String timestamp, SeriesWatch.Step step) {
    Judgement judgement = step.judgement();
    ObjectNode line = Json.MAPPER.createObjectNode().put("timestamp", timestamp);
    line.put("count", step.bucket().count());
    put(line, "expected", rounded(judgement.expected()));
    OptionalLong upper = judgement.upper();
    line.put("upper", upper.isPresent() ? (Long) upper.getAsLong() : null);
    put(line, "p", judgement.p());
    line.put("alarm", judgement.alarm());
    return line.put("incident", step.incident().id()).put("reason", judgement.reason());
  }

  private static OptionalDouble rounded(OptionalDouble value) {
    return value.isEmpty()
        ? value
        : OptionalDouble.of(Math.round(value.getAsDouble() * 100) / 100.0);
  }

  private static void put(ObjectNode line, String name, OptionalDouble value) {
    line.put(name, value.isPresent() ? (Double) value.getAsDouble() : null);
  }
}

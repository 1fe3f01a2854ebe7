// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.MemorySize;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/** What the operator finds out only when it is too late to keep the job's state. */
public final class FlinkJobs implements Check {
  private static final List<String> PLACES =
      List.of(
          "execution.checkpointing.dir",
          "execution.checkpointing.savepoint-dir",
          "high-availability.storageDir");

  private final String flinkVersion;

  /**
   * @param flinkVersion that the job is built with, such as 2.2.1
   */
  public FlinkJobs(String flinkVersion) {
    this.flinkVersion = flinkVersion;
  }

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    rendering.all("FlinkDeployment").forEach(job -> check(job, taken, faults));
    return faults;
  }

  private void check(Resource job, Set<String> taken, List<String> faults) {
    String wanted = "v" + flinkVersion.replaceFirst("^(\\d+)\\.(\\d+)\\..*", "$1_$2");
    String declared = job.at("/spec/flinkVersion").asText();
    if (!declared.equals(wanted)) {
      faults.add(job + " is for Flink " + declared + ", but built with " + wanted);
    }
    if (!job.at("/spec/job/upgradeMode").asText().equals("savepoint")) {
      faults.add(job + " does not take a savepoint before an upgrade");
    }
    if (job.at("/spec/job/allowNonRestoredState").asBoolean()) {
      faults.add(job + " may leave state behind in an upgrade");
    }
    if (!job.at("/spec/job/jarURI").asText().startsWith("local:///opt/flink/usrlib/")) {
      faults.add(job + " does not run what is in its image");
    }
    JsonNode settings = job.at("/spec/flinkConfiguration");
    for (String place : PLACES) {
      String uri = settings.path(place).asText();
      if (!uri.matches("(s3|file)://.+")) {
        faults.add(job + " has no " + place);
      } else if (!taken.add(uri)) {
        faults.add(job + " shares " + uri + " with something else");
      }
    }
    memory(job, "jobManager", faults);
    memory(job, "taskManager", faults);
    new FlinkSettings()
        .unknown(settings)
        .forEach(key -> faults.add(job + " sets " + key + ", which Flink does not know"));
    FlinkEntry.fault(job).ifPresent(faults::add);
  }

  /** In Flink's own units, in which m is a mebibyte. */
  private static void memory(Resource job, String part, List<String> faults) {
    String given = job.at("/spec/" + part + "/resource/memory").asText();
    try {
      if (MemorySize.parse(given).getMebiBytes() < 1024) {
        faults.add(job + " gives its " + part + " only " + given);
      }
    } catch (IllegalArgumentException notASize) {
      faults.add(job + " gives its " + part + " no memory: " + given);
    }
  }
}

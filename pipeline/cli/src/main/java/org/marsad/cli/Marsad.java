// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line's entry: picks the command and turns faults into messages and statuses. */
@Command(
    name = "marsad",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Watches how Moroccan news and social media speak about migrants.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      DashboardCommand.class,
      ImportCommand.class,
      BackfillCommand.class,
      DiscoverCommand.class,
      ClassifyCommand.class,
      ExtractCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      FeedbackCommand.class,
      DetectCommand.class,
      AlertsCommand.class,
      AccountsCommand.class,
      CiteCommand.class,
      ReplayCommand.class,
      EraseCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
      BenchmarkCommand.class
    },
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  done",
      "  1  done, but some of the input was bad, a gate does not hold, or new models are worse;",
      "     each fault was named",
      "  2  the command line is wrong",
      "  3  the machine, the configuration or a service stands in the way; the message says what to"
          + " do",
      "  4  a failure of Marsad itself",
      "  130, 143  stopped by Ctrl-C or by SIGTERM, in order; 141  the reader of the results has"
          + " gone",
      "",
      "Results go to standard output; messages and progress go to standard error.",
      "Example: ./marsad demo"
    })
public final class Marsad {
  /** Set to see the stack trace behind a message. */
  private static final String DEBUG = "MARSAD_DEBUG";

  /** As wide as the lines of the footers, which picocli would break again at 80. */
  private static final int HELP_WIDTH = 100;

  Marsad() {}

  public static void main(String[] arguments) {
    int status = ExitStatus.FAILURE;
    try {
      status = execute(arguments);
    } catch (Error defect) {
      // Without an exit, the job's threads would keep a program alive that has lost its head.
      defect.printStackTrace(Terminal.err());
    }
    System.exit(status);
  }

  static int execute(String... arguments) {
    return execute(new PrintWriter(Terminal.err(), true, UTF_8), arguments);
  }

  /**
   * @param err takes the faults
   */
  static int execute(PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Marsad());
    commandLine.registerConverter(LocalDate.class, new Day());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(HELP_WIDTH);
    commandLine.setExecutionExceptionHandler(Marsad::explain);
    commandLine.setParameterExceptionHandler(Marsad::explainUsage);
    commandLine.setErr(err);
    // Printed here rather than there, since picocli turns a disk that is full into a stack trace.
    StringWriter help = new StringWriter();
    commandLine.setOut(new PrintWriter(help));
    int status = commandLine.execute(arguments);
    try {
      Terminal.out().print(help);
      return status;
    } catch (OutputException lost) {
      return explain(lost);
    }
  }

  private static int explain(OutputException lost) {
    if (lost.readerLeft()) {
      return ExitStatus.READER_LEFT;
    }
    Terminal.err().println("marsad: " + lost.getMessage());
    return ExitStatus.ENVIRONMENT;
  }

  private static int explainUsage(ParameterException fault, String[] arguments) {
    CommandLine commandLine = fault.getCommandLine();
    commandLine.getErr().println("marsad: " + fault.getMessage());
    commandLine
        .getErr()
        .println("Try: ./" + commandLine.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE;
  }

  private static int explain(
      Exception fault, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    if (fault instanceof OutputException lost) {
      return explain(lost);
    }
    PrintWriter err = commandLine.getErr();
    boolean mendable = Faults.isMendable(fault);
    err.println("marsad: " + (mendable ? fault.getMessage() : "failed: " + fault));
    if (System.getenv(DEBUG) != null) {
      fault.printStackTrace(err);
    } else if (!mendable) {
      err.println("Set " + DEBUG + "=1 to see where. Please report it.");
    }
    return mendable ? ExitStatus.ENVIRONMENT : ExitStatus.FAILURE;
  }
}

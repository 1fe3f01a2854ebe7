// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import picocli.CommandLine.Command;

/** What the pages Alerts do, for scripts and for machines without a browser. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Rules, incidents and subscribers of the alerts.",
    subcommands = {
      AlertRulesCommand.class,
      AlertIncidentsCommand.class,
      AlertSubscriptionsCommand.class
    },
    footer = {
      "",
      "Each of them works beside a running Marsad, and also without one. What changes something is",
      "recorded as on the pages (./marsad audit show). Answers are lines of JSON.",
      "",
      "Example: ./marsad alerts rules preview my-rules.yaml"
    })
final class AlertsCommand extends CommandGroup {}

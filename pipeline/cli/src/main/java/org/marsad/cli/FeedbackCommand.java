// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import picocli.CommandLine.Command;

/** What people said of the judgements. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "What people said of the judgements on the dashboard's page Review.",
    subcommands = {FeedbackExportCommand.class},
    footer = {"", "Example: ./marsad feedback export feedback.jsonl"})
final class FeedbackCommand extends CommandGroup {}

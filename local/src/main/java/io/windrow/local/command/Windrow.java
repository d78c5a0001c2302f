package io.windrow.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code windrow}. */
@Command(
    name = "windrow",
    description = "Event-time windows for Amazon Kinesis on AWS Lambda and DynamoDB.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      SendCommand.class,
      CheckCommand.class,
      GenerateCommand.class,
      QuarantineCommand.class,
      SimulateCommand.class,
      EstimateCommand.class,
      TemplateCommand.class,
      HelpCommand.class
    })
public final class Windrow extends CommandGroup {
  private Windrow() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return ArgumentSentences.on(new CommandLine(new Windrow()))
        .setExecutionExceptionHandler(new ErrorSentences());
  }
}

package io.windrow.local.command;

import io.windrow.local.display.Console;
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
    Console.install();
    int code = commandLine().execute(arguments);
    System.exit(code == 0 && System.out.checkError() ? StandardOutput.refused() : code);
  }

  static CommandLine commandLine() {
    return ArgumentSentences.on(new CommandLine(new Windrow()))
        .setOut(Console.writer(System.out))
        .setErr(Console.writer(System.err))
        .setExecutionExceptionHandler(new ErrorSentences());
  }
}
